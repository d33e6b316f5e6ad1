def f(): raise ValueError("x")
try: f()
except ValueError as e:
    print(e.__traceback__ is not None, type(e.__traceback__).__name__, e.with_traceback(None) is e, e.__context__, e.__cause__)
err = ValueError("stored")
try: raise err
except ValueError as again: print(again is err)
def g():
    try: f()
    except ValueError: raise
try: g()
except ValueError as e: print(e)
print(isinstance(err, BaseException), err.args, ValueError("a", 1).args, str(ValueError("a", 1)), repr(ValueError()), OSError(2, "msg").errno, OSError(2, "msg", "file"), KeyError("k"), str(KeyError("k")), StopIteration(5).value, SystemExit(3).code)
