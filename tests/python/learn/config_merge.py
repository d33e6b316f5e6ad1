import json, copy
default = {"model": {"layers": 2, "width": 64}, "optim": {"name": "adam", "lr": 1e-3}, "seed": 0}
def merge(base, over):
    out = copy.deepcopy(base)
    for k, v in over.items():
        out[k] = merge(out[k], v) if isinstance(v, dict) and isinstance(out.get(k), dict) else v
    return out
class Config:
    def __init__(self, d): self.__dict__.update({k: Config(v) if isinstance(v, dict) else v for k, v in d.items()})
    def __getitem__(self, k): return getattr(self, k)
    def __repr__(self): return "Config(" + ", ".join(f"{k}={v!r}" for k, v in self.__dict__.items()) + ")"
c = Config(merge(default, {"model": {"width": 128}, "optim": {"lr": 0.01}, "tags": ["a"]}))
print(c, c.model.width, c["optim"].lr, default["model"]["width"])
def override(cfg, args):
    for a in args:
        key, val = a.lstrip("-").split("=")
        *path, last = key.split(".")
        d = cfg
        for p in path: d = d[p]
        try: val = json.loads(val)
        except json.JSONDecodeError: pass
        print(f"override {key}: {d[last]!r} -> {val!r}"); d[last] = val
    return cfg
print(override(copy.deepcopy(default), ["--model.layers=4", "--optim.name=sgd", "--seed=7"]))
