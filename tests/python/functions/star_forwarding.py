def inner(a, b=2, *args, c=3, **kw): return (a, b, args, c, kw)
def outer(*args, **kwargs): return inner(*args, **kwargs)
print(outer(1), outer(1, 5, 6, c=7, z=8), outer(*"abc", **{"c": 1}))
def kwonly(*, x, y=1): return x, y
print(kwonly(x=5), kwonly(**{"x": 1, "y": 2}), (lambda *a: a)(*[1], *[2, 3]), (lambda **k: sorted(k))(**{"b": 1}, a=2))
def swap(a, b): return b, a
x, y = swap(*swap(1, 2)); print(x, y, print.__name__, max(*[3, 5, 1]), "{}-{}".format(*"ab"), dict(**{"k": 1}))
class Opts:
    def __init__(self, **kw): self.__dict__.update(kw)
    def with_(self, **kw): return Opts(**{**self.__dict__, **kw})
o = Opts(lr=1, n=2).with_(n=3); print(vars(o))
