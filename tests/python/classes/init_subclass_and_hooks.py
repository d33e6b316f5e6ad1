class Plugin:
    plugins = []
    def __init_subclass__(cls, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.tag = tag
        Plugin.plugins.append(cls.__name__)
class A(Plugin, tag="a"): pass
class B(A): pass
print(Plugin.plugins, A.tag, B.tag)
class G:
    def __class_getitem__(cls, item): return f"{cls.__name__}[{item}]"
print(G[int], G["x"])
class Dyn: pass
Dyn.method = lambda self, x: (self.__class__.__name__, x)
print(Dyn().method(3))
T = type("T", (Dyn,), {"v": 5, "hi": lambda self: self.v})
print(T().hi(), T.__name__, T.__bases__, type(T), type(3)("7"), type(None))
