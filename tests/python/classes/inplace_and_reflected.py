class Acc:
    def __init__(self): self.log = []
    def __iadd__(self, o):
        self.log.append(("iadd", o)); return self
    def __isub__(self, o): return "replaced"
    def __imul__(self, o): return NotImplemented
    def __mul__(self, o): return ("mul", o)
    def __rsub__(self, o): return ("rsub", o)
    def __rtruediv__(self, o): return ("rdiv", o)
    def __rpow__(self, o): return ("rpow", o)
    def __rmatmul__(self, o): return ("rmatmul", o)
    def __rlshift__(self, o): return ("rlshift", o)
    def __ior__(self, o): return ("ior", o)
a = b = Acc()
a += 1; a += 2
print(a is b, a.log, 5 - a, 1 / a, 2 ** a, [1] @ a, 1 << a)
a *= 3; print(a)
b |= 4; print(b)
c = Acc(); c -= 1; print(c)
class Base:
    def __add__(self, o): return "Base.add"
    def __radd__(self, o): return "Base.radd"
class Sub(Base):
    def __radd__(self, o): return "Sub.radd"
print(Base() + Sub(), Sub() + Base(), Base() + Base(), 1 + Sub())
