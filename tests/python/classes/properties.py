class Circle:
    def __init__(self, r): self.radius = r
    @property
    def radius(self):
        "the radius"
        return self._r
    @radius.setter
    def radius(self, v):
        if v < 0: raise ValueError("negative radius")
        self._r = v
    @radius.deleter
    def radius(self): print("deleted")
    @property
    def area(self): return 3 * self.radius ** 2
c = Circle(2)
c.radius = 3
print(c.radius, c.area, Circle.radius.__doc__, isinstance(Circle.area, property))
for act in (lambda: setattr(c, "radius", -1), lambda: setattr(c, "area", 1), lambda: delattr(c, "area")):
    try:
        act()
    except (ValueError, AttributeError) as e:
        print(type(e).__name__, e)
del c.radius
class P:
    def get(self): return self.v
    def put(self, v): self.v = v
    x = property(get, put, doc="d")
p = P(); p.x = 4
print(p.x, P.x.__doc__, P.x.fget(p))
import functools
class Lazy:
    @functools.cached_property
    def value(self):
        print("computing"); return 42
l = Lazy()
print(l.value, l.value, l.__dict__)
