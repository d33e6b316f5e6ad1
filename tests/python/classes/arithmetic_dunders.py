class Vec:
    def __init__(self, *v): self.v = v
    def __repr__(self): return f"Vec{self.v}"
    def __add__(self, o): return Vec(*(a + b for a, b in zip(self.v, o.v))) if isinstance(o, Vec) else NotImplemented
    def __radd__(self, o): return self if o == 0 else NotImplemented
    def __sub__(self, o): return self + -o
    def __neg__(self): return self * -1
    def __mul__(self, k): return sum(a * b for a, b in zip(self.v, k.v)) if isinstance(k, Vec) else Vec(*(a * k for a in self.v))
    __rmul__ = __mul__
    def __truediv__(self, k): return Vec(*(a / k for a in self.v))
    def __matmul__(self, o): return self * o
    def __pow__(self, n, mod=None): return Vec(*(pow(a, n, mod) for a in self.v))
    def __abs__(self): return sum(a * a for a in self.v) ** 0.5
    def __bool__(self): return any(self.v)
    def __eq__(self, o): return self.v == o.v
    def __floordiv__(self, k): return Vec(*(a // k for a in self.v))
    def __mod__(self, k): return Vec(*(a % k for a in self.v))
    def __invert__(self): return "inverted"
    def __pos__(self): return "pos"
    def __round__(self, n=None): return ("round", n)
    def __divmod__(self, o): return (self // o, self % o)
a, b = Vec(1, 2), Vec(3, 4)
print(a + b, a - b, a * 2, 2 * a, a * b, a @ b, -a, b / 2, b // 2, b % 2, a ** 2, pow(b, 2, 5), abs(b), bool(Vec(0, 0)), a == Vec(1, 2), a != b, sum([a, b]), ~a, +a, round(a), round(a, 2), divmod(b, 3))
for f in (lambda: a + 1, lambda: 1 + a, lambda: "x" - a, lambda: a < b, lambda: a << 1, lambda: 1 / a):
    try:
        print(f())
    except TypeError as e:
        print(e)
