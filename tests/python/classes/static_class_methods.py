class Pizza:
    count = 0
    def __init__(self, *toppings):
        self.toppings = toppings
        Pizza.count += 1
    @classmethod
    def margherita(cls): return cls("mozzarella", "tomato")
    @staticmethod
    def mix(a, b): return a + b
    @classmethod
    def total(cls): return cls.count
class Deep(Pizza): pass
print(Pizza.margherita().toppings, type(Deep.margherita()).__name__, Pizza.mix(1, 2), Pizza("x").mix("a", "b"), Deep.total(), Pizza.total())
print(type(Pizza.__dict__["mix"]).__name__, type(Pizza.__dict__["margherita"]).__name__, Deep.margherita.__self__.__name__)
class S:
    @staticmethod
    def twice(f): return f() * 2
    value = 4
    double = staticmethod(lambda: 8)
print(S.twice(S.double))
