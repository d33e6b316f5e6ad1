a = [1]; a.append(a); print(a, repr(a))
d = {"k": 1}; d["self"] = d; print(d)
t = ([],); t[0].append(t); print(t)
class N:
    def __init__(self): self.me = [self]
    def __repr__(self): return f"N({self.me})" if False else "N"
print(N().me)
from collections import deque, OrderedDict
q = deque(); q.append(q); print(q)
x = [a, d]; print(x)
b = [1]; b.append(b)
try: print(a == b)
except RecursionError as e: print(type(e).__name__)
print(a == a, a in a)
