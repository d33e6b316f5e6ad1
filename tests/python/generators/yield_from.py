def inner():
    x = yield 1
    print("inner got", x)
    try:
        yield 2
    except ValueError as e:
        print("inner caught", e); yield "recovered"
    return "inner result"
def outer():
    r = yield from inner()
    print("r =", r)
    yield from [10, 20]
    yield from "ab"
    return "done"
g = outer()
print(next(g), g.send("hello"), g.throw(ValueError("oops")))
print(list(g))
def chain(*its):
    for it in its: yield from it
print(list(chain([1], (2,), {3: 0}, (x for x in [4]))))
def tree(n):
    if n: yield from tree(n - 1); yield n; yield from tree(n - 1)
print(list(tree(3)))
def f():
    try:
        yield from inner()
    finally:
        print("outer cleanup")
h = f(); next(h); h.close()
try:
    list((lambda: (yield from 5))())
except TypeError as e:
    print(e)
