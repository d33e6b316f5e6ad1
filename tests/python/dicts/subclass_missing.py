class Default(dict):
    def __missing__(self, key):
        self[key] = key * 2
        return self[key]
d = Default(a=1)
print(d["a"], d["bb"], d, d.get("zz"), type(d).__name__, isinstance(d, dict), len(d))
class Attr(dict):
    def __getattr__(self, name):
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name) from None
    def __setattr__(self, name, value):
        self[name] = value
c = Attr(lr=0.1)
c.epochs = 5
print(c.lr, c["epochs"], c, hasattr(c, "nope"))
class Log(dict):
    def __setitem__(self, k, v):
        print("set", k, v)
        super().__setitem__(k, v)
l = Log(); l["x"] = 1; l.update(y=2); print(l)
