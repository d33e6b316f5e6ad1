class Animal:
    def __init__(self, name): self.name = name
    def speak(self): return "..."
    def describe(self): return f"{self.name} says {self.speak()}"
class Cat(Animal):
    def speak(self): return "meow"
class Kitten(Cat):
    def __init__(self, name, weeks):
        super().__init__(name)
        self.weeks = weeks
    def speak(self): return super().speak() + "!" * self.weeks
class Old(Animal):
    def __init__(self):
        super(Old, self).__init__("old")
        Animal.__init__(self, "older")
for a in (Animal("it"), Cat("Tom"), Kitten("Kit", 2), Old()):
    print(a.describe(), type(a).__name__, isinstance(a, Cat), issubclass(type(a), Animal))
print([c.__name__ for c in Kitten.__mro__], Kitten.__base__.__name__, issubclass(Kitten, (int, Cat)), Animal.__subclasses__())
