d = {"a": 1, "b": 2, "c": 3}
k, v, i = d.keys(), d.values(), d.items()
print(k, v, i, len(k), "a" in k, 2 in v, ("a", 1) in i)
d["d"] = 4
print(k, list(v), list(i)[-1])
print(k & {"a", "z"}, sorted(k | {"z"}), sorted(k - {"a"}), k == {"a", "b", "c", "d"}, sorted(k ^ {"a"}), i & {("a", 1)})
for key, value in d.items():
    print(key, value, end="; ")
print()
print(list(reversed(d)), [x for x in reversed(d.items())][:1], max(d, key=d.get), sorted(d.items(), key=lambda kv: -kv[1]), sum(d.values()))
print({value: key for key, value in d.items()}, iter(d) is not iter(d), type(k).__name__, type(iter(d)).__name__)
