it = iter([10, 20, 30]); print(next(it), it.__next__(), next(it), next(it, "none left"), next(it, None))
try: next(it)
except StopIteration as e: print("StopIteration", e.value)
class Countdown:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n <= 0: raise StopIteration
        self.n -= 1; return self.n + 1
print(list(Countdown(3)), sum(Countdown(4)), *Countdown(2))
import random
random.seed(4)
print(list(iter(lambda: random.randint(1, 4), 4)))
d = iter({"a": 1, "b": 2}.items()); print(next(d), list(d)); s = iter("hi"); print(next(s), "".join(s))
try: iter(5)
except TypeError as e: print(e)
