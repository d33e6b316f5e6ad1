def f(x, acc=[]):
    acc.append(x)
    return acc
print(f(1), f(2), f(3, []), f.__defaults__)
n = 5
def g(v=n): return v
n = 6
print(g())
def h(a, b=None):
    b = b or []
    b.append(a)
    return b
print(h(1), h(2))
def show(x):
    print("default", x)
    return x
def late(x=show(1), *, y=show(2)): return x + y
print(late(), late(5), late.__kwdefaults__)
