class A:
    def __init__(self): self.__secret = 1
    def get(self): return self.__secret
    def __hidden(self): return "hidden"
    def call(self): return self.__hidden()
    __cls = "c"
class B(A):
    def __init__(self):
        super().__init__(); self.__secret = 2
b = B()
print(b.get(), b._A__secret, b._B__secret, b.call(), A._A__cls, sorted(b.__dict__))
try:
    b.__secret
except AttributeError as e:
    print(e)
