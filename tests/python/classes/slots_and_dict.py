class P:
    __slots__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
p = P(1, 2); p.x = 5
print(p.x, p.y, hasattr(p, "__dict__"))
try:
    p.z = 1
except AttributeError as e:
    print(e)
class Bunch:
    def __init__(self, **kw): self.__dict__.update(kw)
    def __eq__(self, o): return self.__dict__ == o.__dict__
b = Bunch(a=1, b=2); b.__dict__["c"] = 3
print(b.a, b.c, vars(b), b == Bunch(a=1, b=2, c=3), sorted(dir(b))[-3:])
del b.__dict__["a"]; print(hasattr(b, "a"))
