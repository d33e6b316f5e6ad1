class Adder:
    def __init__(self, n): self.n = n
    def __call__(self, x, *, scale=1): return (x + self.n) * scale
print(Adder(2)(3), Adder(1)(1, scale=10), callable(Adder(1)), list(map(Adder(5), [1, 2])))
class Single:
    inst = None
    def __new__(cls, *a):
        if cls.inst is None:
            cls.inst = super().__new__(cls)
        return cls.inst
    def __init__(self, v=0): self.v = v
print(Single(1) is Single(2), Single.inst.v)
class Other:
    def __new__(cls): return 42
    def __init__(self): print("never")
print(Other())
class Pt(tuple):
    def __new__(cls, x, y): return super().__new__(cls, (x, y))
    @property
    def x(self): return self[0]
print(Pt(1, 2), Pt(3, 4).x, Pt(1, 2) + (3,), isinstance(Pt(1, 2), tuple), len(Pt(1, 2)))
class Bad:
    def __init__(self): return 5
try:
    Bad()
except TypeError as e:
    print(e)
try:
    object(1)
except TypeError as e:
    print(e)
class NoInit: pass
try:
    NoInit(1)
except TypeError as e:
    print(e)
