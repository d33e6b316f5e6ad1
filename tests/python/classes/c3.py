class A:
    def hi(self): return ["A"]
class B(A):
    def hi(self): return ["B"] + super().hi()
class C(A):
    def hi(self): return ["C"] + super().hi()
class D(B, C):
    def hi(self): return ["D"] + super().hi()
print(D().hi(), [k.__name__ for k in D.mro()])
class X: pass
class Y(X): pass
try:
    class Z(X, Y): pass
except TypeError as e:
    print(e)
try:
    class W(X, X): pass
except TypeError as e:
    print(e)
class Base:
    def __init__(self, **kw):
        print("Base", kw)
class Left(Base):
    def __init__(self, left=None, **kw):
        print("Left", left); super().__init__(**kw)
class Right(Base):
    def __init__(self, right=None, **kw):
        print("Right", right); super().__init__(**kw)
class Both(Left, Right): pass
Both(left=1, right=2)
class Mixin:
    def describe(self): return f"<{type(self).__name__} {self.value}>"
class Thing(Mixin, dict):
    value = 5
print(Thing(a=1).describe(), Thing(a=1))
