class R:
    def __repr__(self): raise ValueError("bad repr")
    def __str__(self): raise KeyError("bad str")
for f in (lambda: repr(R()), lambda: str(R()), lambda: f"{R()}", lambda: f"{R()!r}", lambda: str([R()]), lambda: print({1: R()}), lambda: "%s" % R(), lambda: "{!r}".format(R()), lambda: print("a", R())):
    try: f()
    except (ValueError, KeyError) as e: print(type(e).__name__, e)
class E(Exception):
    def __str__(self): raise RuntimeError("no")
try: raise E
except E as e: print("caught", type(e).__name__)
