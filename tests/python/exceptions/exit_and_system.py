import sys
try: sys.exit(3)
except SystemExit as e: print("exit", e.code, e.args)
try: sys.exit("message")
except SystemExit as e: print(e.code)
try: exit()
except SystemExit as e: print(e.code)
try: raise SystemExit
except BaseException as e: print(repr(e), isinstance(e, Exception))
print(sys.exc_info())
try: 1 / 0
except ZeroDivisionError:
    t, v, tb = sys.exc_info()
    print(t.__name__, v, tb is not None)
print("end")
sys.exit(0)
