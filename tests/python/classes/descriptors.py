class Typed:
    def __init__(self, kind): self.kind = kind
    def __set_name__(self, owner, name): self.name = "_" + name; print("set_name", owner.__name__, name)
    def __get__(self, obj, owner=None):
        if obj is None: return self
        return getattr(obj, self.name, None)
    def __set__(self, obj, value):
        if not isinstance(value, self.kind): raise TypeError(f"{self.name[1:]} must be {self.kind.__name__}")
        setattr(obj, self.name, value)
class Person:
    name = Typed(str)
    age = Typed(int)
p = Person(); p.name = "Ann"; p.age = 3
print(p.name, p.age, p.__dict__, type(Person.name).__name__)
try:
    p.age = "old"
except TypeError as e:
    print(e)
class NonData:
    def __get__(self, obj, owner): return "from descriptor", obj is None, owner.__name__
class C: d = NonData()
c = C(); print(c.d, C.d); c.__dict__["d"] = "instance wins"; print(c.d)
class Data(NonData):
    def __set__(self, obj, v): print("set", v)
class D: d = Data()
x = D(); x.__dict__["d"] = "hidden"; x.d = 1; print(x.d)
