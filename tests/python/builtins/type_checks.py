class A: pass
class B(A): pass
print(type(B()) == A, type(B()) is B, isinstance(B(), A), issubclass(B, A), isinstance(3, (str, int)), isinstance([], list | tuple), issubclass(B, (int, A)), type(B()).__mro__[1].__name__)
for v in (1, 1.0, "s", b"b", [1], (1,), {1}, {1: 1}, None, True, ..., range(1), lambda: 0, A, A(), len, slice(1), frozenset(), 1j, iter([]), (x for x in ""), map, type):
    print(type(v).__name__, callable(v), end="; ")
print()
for bad in (lambda: isinstance(1, "int"), lambda: issubclass(1, int), lambda: isinstance(1, [int])):
    try: bad()
    except TypeError as e: print(e)
