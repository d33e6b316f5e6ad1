print((lambda *a, **k: (a, k))(1, x=2), list(map(lambda x, y: x + y, [1, 2], [3, 4])), list(filter(None, [0, 1, "", "a"])), list(filter(lambda x: x > 1, [1, 2, 3])))
from functools import reduce, partial
print(reduce(lambda a, b: a * b, [1, 2, 3, 4]), reduce(lambda a, b: a + b, [], 0), reduce(max, [3, 9, 2]))
p = partial(int, base=2); print(p("101"), p, partial(print, "a", sep="-").args)
q = partial(pow, 2); print(q(5), q.func is pow, q.args, q.keywords)
print(sorted(["b", "a"], key=lambda s: s), max([1, -5], key=abs), (lambda x: lambda y: x - y)(5)(3))
try:
    reduce(lambda a, b: a, [])
except TypeError as e:
    print(e)
