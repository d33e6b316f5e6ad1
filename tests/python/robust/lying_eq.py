class Yes:
    def __eq__(self, o): return True
    def __hash__(self): return 1
class Boom:
    def __eq__(self, o): raise RuntimeError("eq")
    def __hash__(self): return 1
print(Yes() in [1, 2], [1, 2].index(Yes()), [Yes()] == [5], len({Yes(): 1}), [1, 2].count(Yes()), (1, 2) == (Yes(), Yes()))
for f in (lambda: Boom() in [1], lambda: {Boom(): 1, Boom(): 2}, lambda: [Boom()].index(3), lambda: [3].remove(Boom()), lambda: (1,) == (Boom(),), lambda: {1: Boom()} == {1: 2}):
    try: print(f())
    except RuntimeError as e: print("RuntimeError", e)
b = Boom(); print(b in [b], [b].index(b), [b] == [b])
class Weird:
    def __eq__(self, o): return None
    def __bool__(self): raise ValueError("no truth")
try:
    if Weird(): pass
except ValueError as e: print(e)
print(Weird() == 1, [Weird()] == [1])
class NoBool:
    def __eq__(self, o): return Weird()
try: [NoBool()] == [1]
except ValueError as e: print("inner", e)
