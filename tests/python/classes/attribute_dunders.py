class Proxy:
    def __init__(self, target):
        object.__setattr__(self, "target", target)
        object.__setattr__(self, "log", [])
    def __getattr__(self, name):
        self.log.append("get " + name)
        return getattr(self.target, name)
    def __setattr__(self, name, value):
        self.log.append("set " + name)
        setattr(self.target, name, value)
    def __delattr__(self, name):
        self.log.append("del " + name); delattr(self.target, name)
class T: x = 1
t = T(); p = Proxy(t)
p.y = 5
print(p.x, p.y, t.y); del p.y
print(p.log, hasattr(p, "zz"), getattr(p, "zz", "dflt"))
class All:
    def __getattribute__(self, name):
        if name == "real": return object.__getattribute__(self, "hidden")
        return "always " + name
    hidden = "h"
print(All().foo, All().real)
class Magic:
    def __getattr__(self, n):
        if n.startswith("get_"): return lambda: n[4:].upper()
        raise AttributeError(f"no {n}")
print(Magic().get_value())
try:
    Magic().other
except AttributeError as e:
    print(e)
print(getattr(t, "x"), getattr(t, "q", None), hasattr(t, "x"), setattr(t, "z", 9), t.z, delattr(t, "z"), hasattr(t, "z"))
