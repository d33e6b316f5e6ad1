def f(a, b=2, *args, c, d=4, **kw):
    return a, b, args, c, d, kw
print(f(1, c=3), f(1, 5, 6, 7, c=8, x=9), f(c=1, a=0), f(*[1, 2, 3], **{"c": 4, "z": 5}))
def g(a, b, /, c, *, d):
    return a + b + c + d
print(g(1, 2, 3, d=4), g(1, 2, c=3, d=4))
def h(*, key=None): return key
def k(x, /, **kw): return x, kw
print(h(), h(key=1), k(1, x=2))
for call in (lambda: f(), lambda: f(1), lambda: g(1, b=2, c=3, d=4), lambda: g(1, 2, 3, 4), lambda: g(1, 2, 3), lambda: h(1), lambda: f(1, c=1, a=2), lambda: h(nope=1), lambda: (lambda: 0)(1), lambda: (lambda x, y: 0)(1), lambda: (lambda x, y=1: 0)(1, 2, 3), lambda: g(), lambda: k(), lambda: 5()):
    try:
        call()
    except TypeError as e:
        print(e)
