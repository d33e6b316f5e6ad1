for make in (lambda: ValueError, lambda: ValueError("msg"), lambda: ValueError("a", 2), lambda: KeyError("k"), lambda: Exception(), lambda: 5, lambda: OSError(2, "No such file")):
    try:
        raise make()
    except BaseException as e:
        print(type(e).__name__, str(e), repr(e), e.args)
try:
    raise
except RuntimeError as e:
    print(e)
class E(Exception): pass
try: raise E
except E as e: print(repr(e), str(e) == "")
try:
    try: raise E("first")
    except E: raise
except E as again: print(again)
