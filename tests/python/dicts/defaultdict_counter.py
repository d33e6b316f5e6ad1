from collections import defaultdict, Counter, ChainMap
d = defaultdict(list)
for w in ["apple", "avocado", "bean"]:
    d[w[0]].append(w)
print(d, dict(d), d["zz"], "qq" in d, d.get("qq"), len(d))
n = defaultdict(int); n["a"] += 2; print(n, defaultdict(lambda: "x")["any"])
c = Counter("mississippi")
print(c, c["s"], c["zz"], c.most_common(2), sum(c.values()), sorted(c.elements())[:3], c.total())
c.update("ss"); c.subtract({"m": 5}); print(c, c["m"], +Counter(a=1, b=-1), Counter(a=3) - Counter(a=1), Counter(a=1) + Counter(a=2, b=1), Counter(a=1) & Counter(a=5), Counter(a=1) | Counter(a=5))
print(Counter(["x", "y", "x"]) == {"x": 2, "y": 1}, Counter(a=2).most_common(), dict(Counter("ab")))
m = ChainMap({"a": 1}, {"a": 2, "b": 3}); print(m["a"], m["b"], dict(m), len(m))
