import functools
def trace(f):
    @functools.wraps(f)
    def wrapper(*args, **kwargs):
        print("call", f.__name__, args, kwargs)
        result = f(*args, **kwargs)
        print("->", result)
        return result
    return wrapper
@trace
def add(a, b=1):
    "adds"
    return a + b
add(1); add(1, b=5)
print(add.__name__, add.__doc__, add.__wrapped__(2))
def repeat(n):
    def deco(f):
        return lambda *a: [f(*a) for _ in range(n)]
    return deco
@repeat(3)
@trace
def hi(): return "hi"
print(hi())
registry = {}
def register(cls):
    registry[cls.__name__] = cls
    return cls
@register
class A: pass
print(registry["A"] is A)
class Count:
    def __init__(self, f): self.f, self.n = f, 0
    def __call__(self, *a):
        self.n += 1
        return self.f(*a)
@Count
def sq(x): return x * x
sq(2); sq(3)
print(sq.n, sq(4))
