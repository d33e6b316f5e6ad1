class A: x = 1
a = A(); a.y = 2
print(type(1), type("a"), type(None), type(A), type(a).__name__, type(print), type(lambda: 0), isinstance(a, object), issubclass(A, object), hasattr(a, "y"), getattr(a, "z", 0))
setattr(a, "z", 3); print(a.z, vars(a), "x" in dir(a), delattr(a, "z"), id(a) == id(a), id([]) == id(None), callable(A), callable(a), object().__class__.__name__, repr(object())[:15])
print(isinstance(True, int), isinstance([], (list, dict)), isinstance(1, int | str), issubclass(bool, int), type(type), type(NotImplemented), type(...), type(range(1)), type({}.items()), type(iter({})), type(Exception()), type(a.__init__).__name__ != "x")
print(bool, int, list, A, object, type, ValueError, len, print, dict.get, "".upper.__name__, [].append.__name__, str.upper, A.__dict__["x"], None.__class__, (1).__class__.__mro__)
