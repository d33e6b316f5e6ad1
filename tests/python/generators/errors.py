def bad():
    yield 1
    raise StopIteration("inside")
g = bad(); next(g)
try: next(g)
except RuntimeError as e: print(e, repr(e.__cause__))
def z():
    yield 1 / 0
try: list(z())
except ZeroDivisionError as e: print(e)
def again():
    yield next(me)
me = again()
try: next(me)
except ValueError as e: print(e)
def fin():
    try: yield 1
    finally: print("finalised")

print(list(fin()))
print("end")
for f in (lambda: next(5), lambda: next(iter([])), lambda: iter(5), lambda: next()):
    try: f()
    except (TypeError, StopIteration) as e: print(type(e).__name__, e)
