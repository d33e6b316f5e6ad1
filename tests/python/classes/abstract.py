from abc import ABC, abstractmethod, ABCMeta
class Shape(ABC):
    @abstractmethod
    def area(self): ...
    @property
    @abstractmethod
    def name(self): ...
    def show(self): return f"{self.name}: {self.area()}"
class Sq(Shape):
    def __init__(self, s): self.s = s
    def area(self): return self.s ** 2
    @property
    def name(self): return "square"
print(Sq(3).show(), isinstance(Sq(1), Shape))
class Half(Shape):
    def area(self): return 0
for k in (Shape, Half):
    try:
        k()
    except TypeError as e:
        print(e)
class Interface:
    def run(self): raise NotImplementedError("subclass me")
try:
    Interface().run()
except NotImplementedError as e:
    print(repr(e))
