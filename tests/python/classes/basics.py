class Dog:
    """A dog."""
    kind = "canine"
    def __init__(self, name, age=1):
        self.name = name
        self.age = age
        self._tricks = []
    def learn(self, *tricks):
        self._tricks.extend(tricks)
        return self
    def __repr__(self):
        return f"Dog({self.name!r}, {self.age})"
d = Dog("Rex").learn("sit", "roll")
print(d, d.kind, d._tricks, Dog.kind, d.__class__.__name__, d.__dict__, Dog.__doc__, isinstance(d, Dog), type(d) is Dog)
d.kind = "pet"; Dog.kind = "animal"
print(d.kind, Dog("x").kind, vars(d)["kind"], Dog.learn(d, "beg") is d)
try:
    d.bark
except AttributeError as e:
    print(e)
try:
    Dog()
except TypeError as e:
    print(e)
try:
    Dog.nope
except AttributeError as e:
    print(e)
print(Dog, Dog.__name__, Dog.__module__, Dog.__qualname__, Dog.__mro__, Dog.__bases__)
