class G:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 0
        return self.n
try: a, b = G()
except ValueError as e: print(e)
import itertools
try: a, b = itertools.count()
except ValueError as e: print(e)
it = iter(range(10))
try: a, b, c = it
except ValueError as e: print(e)
print(list(it))
def g():
    yield 1; yield 2; yield 3; yield 4
x = g()
try: a, b = x
except ValueError as e: print(e)
print(list(x))
a, *b = g(); print(a, b)
try: a, b, c, d, e = g()
except ValueError as e: print(e)
