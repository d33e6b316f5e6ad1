class A:
    def __iter__(self): return self
class B:
    def __next__(self): return 1
class C:
    def __iter__(self): raise ValueError("iter")
class D:
    def __iter__(self): return iter([1])
    def __next__(self): raise TypeError("never used")
for k in (A, B, C, D):
    try: print([x for x in k()])
    except (TypeError, ValueError) as e: print(e)
class E:
    def __getitem__(self, i): raise KeyError(i)
try: list(E())
except KeyError as e: print("KeyError", e)
class F:
    __iter__ = None
    def __getitem__(self, i): return i
try: iter(F())
except TypeError as e: print(e)
class G:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 2: raise StopIteration("v")
        return self.n
a, b = G(); print(a, b)
print({*G()}, [*G(), *G()], dict.fromkeys(G()), max(G()), list(zip(G(), G())), tuple(G()), "".join(map(str, G())))
