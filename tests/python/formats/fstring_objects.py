class Money:
    def __init__(self, amount): self.amount = amount
    def __format__(self, spec):
        return f"<{self.amount}:{spec}>"
    def __str__(self): return "str"
    def __repr__(self): return "repr"
m = Money(5)
print(f"{m}", f"{m:abc}", f"{m!s:>6}", f"{m!r}", format(m, "z"), "{:q}".format(m))
class Plain:
    def __repr__(self): return "Plain()"
print(f"{Plain()}", f"{Plain()!s:>10}")
for spec in ("5", "d"):
    try:
        format(Plain(), spec)
    except TypeError as e:
        print(e)
try:
    f"{[1]:5}"
except TypeError as e:
    print(e)
try:
    f"{None:>5}"
except TypeError as e:
    print(e)
