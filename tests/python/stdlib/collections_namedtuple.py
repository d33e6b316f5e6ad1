from collections import namedtuple, deque, UserDict
Point = namedtuple("Point", ["x", "y"])
p = Point(1, y=2)
print(p, p.x, p[1], p == (1, 2), p._asdict(), p._replace(x=5), Point._fields, len(p), [*p], Point._make([3, 4]), isinstance(p, tuple), hash(p) == hash((1, 2)))
x, y = p; print(x, y, max([Point(1, 2), Point(0, 5)]), Point.__doc__)
Q = namedtuple("Q", "a b c", defaults=[2, 3]); print(Q(1), Q(1, 5), Q._field_defaults)
for bad in (lambda: Point(1), lambda: Point(1, 2, 3), lambda: namedtuple("B", ["class"]), lambda: setattr(p, "x", 3)):
    try: bad()
    except (TypeError, ValueError, AttributeError) as e: print(type(e).__name__, e)
class Sized(namedtuple("Base", "w h")):
    @property
    def area(self): return self.w * self.h
print(Sized(2, 3).area, Sized(2, 3))
d = deque(range(5), maxlen=4); d.append(9); print(d, list(d)[1:], d[2]); d.rotate(-1); print(d, d.index(9)); d.insert(1, "x") if len(d) < 4 else d.popleft(); print(d)
class U(UserDict):
    def __setitem__(self, k, v): super().__setitem__(k.upper(), v)
print(U(a=1), U({"b": 2})["B"])
