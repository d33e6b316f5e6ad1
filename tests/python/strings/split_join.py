print("a,b,,c".split(","), " a  b ".split(), "a b c d".split(" ", 2), "a b c d".rsplit(" ", 2), "abc".split("x"), "".split(), "".split(","))
print("a\nb\r\nc".splitlines(), "a\nb\n".splitlines(True), "".splitlines(), "k=v=w".partition("="), "k=v=w".rpartition("="), "abc".partition("x"))
print("-".join(["a", "b"]), "".join("abc"), ", ".join(str(i) for i in range(4)), "x".join([]), "a".join({"k": 1, "j": 2}))
print("a--b--c".split("--", maxsplit=1), "a b".split(sep=None, maxsplit=1), "  a b  c ".split(None, 1))
for f in (lambda: "a".split(""), lambda: ",".join([1, 2]), lambda: ",".join(["a", None]), lambda: ",".join(5), lambda: "a".partition("")):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
