class Point:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
class Shape: pass
class Circle(Shape):
    def __init__(self, r): self.r = r
def f(s):
    match s:
        case Point(0, 0): return "origin"
        case Point(x, y=0): return f"on x at {x}"
        case Point(x=x, y=y) if x == y: return f"diagonal {x}"
        case Point(): return "point"
        case Circle(r=r): return f"circle {r}"
        case Shape(): return "shape"
        case int(n): return f"int {n}"
        case str() as t: return f"str {t!r}"
        case float() | bool(): return "number"
        case list([a, b]): return f"pair {a} {b}"
        case dict(d): return f"dict {d}"
for s in (Point(0, 0), Point(3, 0), Point(2, 2), Point(1, 2), Circle(5), Shape(), 7, "t", 1.5, True, [1, 2], {"k": 1}, None): print(f(s))
try:
    match Point(1, 2):
        case Point(1, 2, 3): pass
except TypeError as e: print(e)
