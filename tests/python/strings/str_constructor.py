class A:
    def __str__(self): return "A!"
class B:
    def __repr__(self): return "B?"
class C(A): pass
print(str(A()), str(B()), repr(B()), str(C()), str(1), str(1.5), str(None), str(True), str([A(), B()] and [B()]), str(), str("x"), str(int), str(len))
class Bad:
    def __str__(self): return 5
try:
    str(Bad())
except TypeError as e:
    print(e)
class Name(str):
    def shout(self): return self.upper() + "!"
n = Name("bob")
print(n, n.shout(), type(n).__name__, type(n + "x").__name__, n == "bob", isinstance(n, str), {n: 1}["bob"], len(n))
