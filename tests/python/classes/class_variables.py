class Counter:
    total = 0
    items = []
    def __init__(self): Counter.total += 1; self.total_seen = self.total; self.items.append(self.total)
a, b = Counter(), Counter()
print(a.total, b.total_seen, a.items is b.items, Counter.items)
a.total = 99; print(a.total, b.total, Counter.total, "total" in a.__dict__, "total" in b.__dict__); del a.total; print(a.total)
class Sub(Counter): total = 100
Sub(); print(Sub.total, Counter.total, Sub.items is Counter.items)
class Config:
    lr = 0.1
    steps = [10 * i for i in range(3)]
    best = max(steps)
    class Inner: x = 1
print(Config.best, Config.Inner.x, Config.steps)
Config.lr /= 2; print(Config.lr, Config().lr)
