import functools
@functools.total_ordering
class V:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n if isinstance(o, V) else NotImplemented
    def __lt__(self, o): return self.n < o.n if isinstance(o, V) else NotImplemented
    def __hash__(self): return hash(self.n)
    def __repr__(self): return f"V({self.n})"
print(V(1) < V(2), V(1) >= V(2), V(2) > V(1), V(1) <= V(1), V(1) == V(1), V(1) != V(2), V(1) == 1, sorted([V(3), V(1)]), max(V(1), V(5)), {V(1): "a"}[V(1)])
try:
    V(1) < 5
except TypeError as e:
    print(e)
class OnlyGt:
    def __gt__(self, o): return "gt"
    def __le__(self, o): return "le"
print(OnlyGt() > 1, 1 < OnlyGt(), OnlyGt() <= 2, 2 >= OnlyGt())
class Odd:
    def __eq__(self, o): return "equal-ish"
    def __ne__(self, o): return []
print(Odd() == 1, 1 == Odd(), Odd() != 1, Odd() in [1], [Odd()] == [2])
class Default: pass
d = Default()
print(d == d, d == Default(), d != Default(), d in [d])
