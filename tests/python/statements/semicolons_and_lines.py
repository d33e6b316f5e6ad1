x = 1; y = 2; print(x, y)
total = (1 +
         2 +
         3)
print(total)
s = "one " \
    "two"
print(s)
values = [
    1,
    2,  # a comment
    3,
]
print(values, len(values))
if x: print("one line")
class Empty: pass
def f(): return 5
print(f(), Empty.__name__)
