def f(a, b: int = 2, *c, d=3, **e) -> str:
    "doc"
    x = 1
f.tag = "t"
print(f.__name__, f.__qualname__, f.__doc__, f.__defaults__, f.__kwdefaults__, f.__annotations__, f.__module__, f.tag, f.__dict__)
print(f.__code__.co_name, f.__code__.co_argcount, f.__code__.co_varnames, callable(f), type(f).__name__)
def outer():
    def inner(): pass
    return inner
print(outer().__qualname__, (lambda: 0).__name__, repr(outer)[:16], repr(len), repr("".join)[:25])
class C:
    def m(self): pass
print(C.m.__qualname__, C().m.__func__ is C.m, C().m.__self__.__class__ is C, C.m.__name__, repr(C.m)[:14], repr(C().m)[:19])
