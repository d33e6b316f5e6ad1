d = {"a": 1, "b": 2}
d["c"] = 3
print(d, d["a"], len(d), "a" in d, 1 in d, d.get("z"), d.get("z", 0), list(d), sorted(d, reverse=True), d == {"c": 3, "b": 2, "a": 1})
print(d.pop("a"), d.pop("zz", None), d.setdefault("b", 9), d.setdefault("n", []), d.popitem(), d)
d.update({"x": 1}, y=2); d.update([("z", 3)]); print(d)
print(dict(a=1), dict([("a", 1)]), dict({"k": 2}, j=3), dict(zip("ab", (1, 2))), dict.fromkeys("ab", 0), {}, dict())
print({1: "a", "1": "b", (1,): "c", None: "d", True: "e"}, {"a": 1} | {"b": 2})
d |= {"q": 0}; print(d, d.copy() is d)
d.clear(); print(d, bool(d))
for f in (lambda: {}["k"], lambda: {}.pop("k"), lambda: {}.popitem(), lambda: {[]: 1}, lambda: {{}: 1}, lambda: dict([1]), lambda: dict(["abc"]), lambda: {}[1, 2], lambda: {1: 2}.k):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
