o = object()
print(type(o), isinstance(o, object), o == o, o != object(), hash(o) == hash(o), object.__name__, object.__mro__, bool(o), repr(o).startswith("<object object at 0x"), o.__class__ is object)
try: o.x = 1
except AttributeError as e: print(e)
class Empty: pass
e = Empty(); e.x = 1; print(e.__class__.__name__, e.__module__, Empty.__bases__, e.__eq__(e), e.__eq__(1), e.__ne__(e), Empty.__doc__, e.__dict__, isinstance(Empty, type), e.__str__() == str(e), e.__hash__() == hash(e), e.__sizeof__() > 0)
print(sorted(n for n in dir(object) if n in ("__init__", "__repr__", "__eq__", "__hash__", "__setattr__")))
