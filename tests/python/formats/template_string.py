from string import Template, ascii_lowercase, ascii_uppercase, ascii_letters, digits, punctuation, whitespace, hexdigits, octdigits, printable, capwords
t = Template("$who likes ${what}s, costs $$5")
print(t.substitute(who="tim", what="kung"), t.safe_substitute(who="x"))
try:
    t.substitute(who="x")
except KeyError as e:
    print("KeyError", e)
print(ascii_lowercase, ascii_uppercase, digits, hexdigits, octdigits, punctuation, repr(whitespace), len(printable), len(ascii_letters))
print(capwords("hello big   world"))
