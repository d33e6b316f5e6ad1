d = {}
for c in "zebra":
    d[c] = len(d)
print(d)
del d["e"]; d["e"] = 9; d["z"] = 7
print(d, list(d)[0], next(iter(d)))
print({3: 1, 1: 2, 2: 3}, {**{"b": 1}, "a": 2}, dict(sorted({"b": 1, "a": 2}.items())))
from collections import OrderedDict
o = OrderedDict(a=1, b=2, c=3)
o.move_to_end("a"); print(o, list(o), o.popitem(last=False), o == {"c": 3, "a": 1}, OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1))
