class Module:
    def __init__(self): self._modules, self._params = {}, {}
    def __setattr__(self, k, v):
        if isinstance(v, Module): self.__dict__.setdefault("_modules", {})[k] = v
        elif isinstance(v, float): self.__dict__.setdefault("_params", {})[k] = v
        object.__setattr__(self, k, v)
    def named_parameters(self, prefix=""):
        for k, v in self._params.items(): yield prefix + k, v
        for k, m in self._modules.items(): yield from m.named_parameters(prefix + k + ".")
    def __call__(self, *a, **kw): return self.forward(*a, **kw)
    def __repr__(self):
        inner = "\n".join(f"  ({k}): " + repr(m).replace("\n", "\n  ") for k, m in self._modules.items())
        return f"{type(self).__name__}(" + (f"\n{inner}\n" if inner else "") + ")"
class Scale(Module):
    def __init__(self, w): super().__init__(); self.w = w
    def forward(self, x): return x * self.w
class Net(Module):
    def __init__(self):
        super().__init__()
        self.first, self.second, self.bias = Scale(2.0), Scale(3.0), 1.0
    def forward(self, x): return self.second(self.first(x)) + self.bias
class Outer(Module):
    def __init__(self): super().__init__(); self.net = Net(); self.head = Scale(0.5)
    def forward(self, x): return self.head(self.net(x))
o = Outer(); print(o); print(o(10.0), list(o.named_parameters()), sum(1 for _ in o.named_parameters()))
