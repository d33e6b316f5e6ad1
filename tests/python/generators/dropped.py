def g():
    try:
        yield 1
        yield 2
    finally:
        print("closed")
for x in g():
    print(x)
    break
print("after")
def f():
    h = g()
    next(h)
    print("leaving")
f()
print("left")
h = g(); next(h); h = None
print("gone")
h = g(); next(h); del h
print("deleted")
print(next(g()))
print("end")
