a = [1, 2, 3]
for i, x in enumerate(a):
    if i < 3: a.append(x * 10)
print(a)
it = iter(a); a.clear(); print(list(it))
b = [3, 1, 2]
print([b.pop() for _ in b], b)
s = {1, 2, 3}
try:
    for x in s: s.discard(x)
except RuntimeError as e: print(e)
d = dict.fromkeys(range(3))
it = iter(d); next(it); d["new"] = 1
try: next(it)
except RuntimeError as e: print(e)
class Sneaky:
    def __init__(self, l): self.l = l
    def __eq__(self, o): self.l.clear(); return False
l = []; l.extend([Sneaky(l), 1, 2]); print(5 in l, l)
l = []; l.extend([Sneaky(l)] * 3)
try: l.remove(7)
except ValueError as e: print(e)
