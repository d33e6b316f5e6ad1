class A:
    def who(self):
        return "A"


class B:
    def who(self):
        return "B"


x = A()
x.value = 3
x.__class__ = B
print(x.who(), x.value, type(x).__name__, isinstance(x, B), isinstance(x, A))
x.__class__ = A
print(x.who(), x.__class__ is A, "__class__" in x.__dict__)


def show(call):
    try:
        call()
    except TypeError as error:
        print(error)


def to_int():
    x.__class__ = 3


show(to_int)
for _ in range(3):
    for kind in (A, B):
        x.__class__ = kind
        print(x.who(), end=" ")
print()
