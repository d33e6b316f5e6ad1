d = {"a": {"b": {"c": 1}}, "l": [{"x": 1}, {"x": 2}]}
print(d["a"]["b"]["c"], d["l"][1]["x"], [e["x"] for e in d["l"]], d.get("q", {}).get("r", "none"))
d["a"]["b"]["d"] = 2; d["l"].append({"x": 3}); d.setdefault("new", {})["k"] = "v"; print(d)
def walk(d, path=()):
    for k, v in d.items():
        if isinstance(v, dict): yield from walk(v, path + (k,))
        else: yield ".".join(path + (k,)), v
print(dict(walk({"m": {"lr": 0.1, "o": {"b": 2}}, "s": 1})))
def set_path(d, path, v):
    *head, last = path.split(".")
    for k in head: d = d.setdefault(k, {})
    d[last] = v
cfg = {}; set_path(cfg, "a.b.c", 5); set_path(cfg, "a.d", 6); print(cfg)
inv = {}
for k, v in {"x": 1, "y": 2, "z": 1}.items(): inv.setdefault(v, []).append(k)
print(inv, sorted(inv.items(), reverse=True), {k: len(v) for k, v in inv.items()}, max(inv, key=lambda k: len(inv[k])))
