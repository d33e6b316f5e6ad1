class N:
    def __int__(self): return 3
    def __float__(self): return 3.5
    def __index__(self): return 2
    def __bool__(self): return False
    def __str__(self): return "N!"
    def __bytes__(self): return b"by"
    def __hash__(self): return 11
    def __len__(self): return 6
    def __trunc__(self): return 1
    def __floor__(self): return 30
    def __ceil__(self): return 40
    def __round__(self, n=0): return n
n = N()
import math
print(int(n), float(n), [1, 2, 3][n], bool(n), str(n), bytes(n), hash(n), len(n), "abc"[n], range(5)[n], math.floor(n), math.ceil(n), math.sqrt(n), round(n, 7), bin(n), [9] * n, math.trunc(n))
class Wrong:
    def __len__(self): return "x"
    def __int__(self): return "x"
    def __bool__(self): return 1
    def __hash__(self): return "x"
    def __index__(self): return 1.5
for f in (len, int, bool, hash, hex, float):
    try:
        f(Wrong())
    except TypeError as e:
        print(e)
