class Shape:
    registry = {}
    def __init_subclass__(cls): Shape.registry[cls.__name__.lower()] = cls
    @classmethod
    def parse(cls, text):
        kind, *nums = text.split()
        return cls.registry[kind](*map(float, nums))
    @property
    def area(self): raise NotImplementedError
    def __lt__(self, o): return self.area < o.area
    def __repr__(self): return f"{type(self).__name__}({', '.join(f'{k}={v:g}' for k, v in vars(self).items())})"
class Rect(Shape):
    def __init__(self, w, h): self.w, self.h = w, h
    @property
    def area(self): return self.w * self.h
class Square(Rect):
    def __init__(self, s): super().__init__(s, s)
class Circle(Shape):
    def __init__(self, r): self.r = r
    @property
    def area(self): return 3.14159 * self.r ** 2
shapes = [Shape.parse(t) for t in ("rect 2 3", "square 2", "circle 1", "rect 1 1")]
def report(shapes):
    for i, s in enumerate(sorted(shapes, reverse=True), start=1):
        yield f"{i}. {s!r:<20} area={s.area:>8.3f}"
print(*report(shapes), sep="\n")
by_kind = {}
for s in shapes: by_kind.setdefault(type(s).__name__, []).append(s.area)
print({k: round(sum(v), 2) for k, v in by_kind.items()}, max(shapes), min(shapes, key=lambda s: s.area), Shape.registry.keys())
try: Shape.parse("hexagon 3")
except KeyError as e: print("unknown", e)
