class C:
    shared = []
    def __init__(self): self.own = 1
    def method(self): pass
c = C()
print(hasattr(c, "own"), hasattr(c, "nope"), getattr(c, "own"), getattr(c, "nope", "default"), getattr(c, "method").__name__)
for name, value in (("x", 1), ("y", [2])): setattr(c, name, value)
print(vars(c), sorted(c.__dict__), c.__dict__ is vars(c), [n for n in dir(c) if not n.startswith("_")])
delattr(c, "x"); print("x" in vars(c), C.__dict__["shared"], vars(C)["method"] is C.method)
for bad in (lambda: getattr(c, "x"), lambda: delattr(c, "x"), lambda: vars(5), lambda: setattr(5, "a", 1)):
    try: bad()
    except (AttributeError, TypeError) as e: print(type(e).__name__, e)
