def g():
    try:
        while True:
            try:
                x = yield 1
                print("x", x)
            except ValueError as e:
                print("caught", e)
                yield "handled"
    finally:
        print("cleanup")
a = g(); next(a)
print(a.throw(ValueError("v")), next(a))
try:
    a.throw(KeyError("k"))
except KeyError as e:
    print("out", e)
print(list(a))
b = g(); next(b); b.close(); b.close()
try:
    b.throw(RuntimeError("late"))
except RuntimeError as e:
    print("late", e)
c = g(); c.close(); print(next(c, "closed before start"))
def stubborn():
    try: yield 1
    except GeneratorExit: yield 2
s = stubborn(); next(s)
try:
    s.close()
except RuntimeError as e:
    print(e)
def ret():
    try: yield 1
    except GeneratorExit: print("exit"); return
r = ret(); next(r); print(r.close())
