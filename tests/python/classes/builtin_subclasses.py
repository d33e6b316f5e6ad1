class L(list):
    def first(self): return self[0]
    def append(self, x):
        super().append(x * 2)
l = L([1, 2]); l.append(3)
print(l, l.first(), type(l + [1]).__name__, l == [1, 2, 6], len(l), sorted(l, reverse=True), isinstance(l, list), l[1:], type(l[1:]).__name__)
class I(int):
    def __add__(self, o): return I(int(self) + int(o) + 100)
    def double(self): return self * 2
i = I(5); print(i, i + 1, i * 2, type(i * 2).__name__, i.double(), i == 5, hash(i) == hash(5), [0] * i)
class F(float):
    def __repr__(self): return f"F<{float(self)}>"
print(F(1.5), [F(2)], F(1) + 1, f"{F(3):.1f}")
class S(set):
    pass
s = S([1, 2]); s.add(3); print(s, len(s), type(s | {4}).__name__)
class Err(ValueError):
    def __init__(self, code): super().__init__(f"code {code}"); self.code = code
try:
    raise Err(7)
except ValueError as e:
    print(e, e.code, repr(e), e.args)
