from functools import *
print(reduce(lambda a, b: a + b, [1, 2, 3]), reduce(lambda a, b: a * b, range(1, 6)), partial(sorted, reverse=True)([1, 3, 2]), cmp_to_key(lambda a, b: a - b)(1) < cmp_to_key(lambda a, b: a - b)(2))
@lru_cache
def f(n): print("computing", n); return n * 2
print(f(1), f(1), f(2), f.cache_info().hits)
@singledispatch
def show(x): return f"object {x}"
@show.register
def _(x: int): return f"int {x}"
@show.register(list)
def _(x): return f"list of {len(x)}"
print(show(1), show([1]), show("s"), show(True))
def deco(fn):
    @wraps(fn)
    def w(*a): return fn(*a)
    return w
@deco
def named(): "docs"
print(named.__name__, named.__doc__)
class P:
    def __init__(self): self.n = 0
    @cached_property
    def once(self): self.n += 1; return self.n
    def m(self, a, b): return a, b
    half = partialmethod(m, 1)
p = P(); print(p.once, p.once, p.half(2))
