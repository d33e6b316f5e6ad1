x = [1, 2, 3, 4, 5]
del x[0]
print(x)
del x[1:3]
print(x)
d = {"a": 1, "b": 2}
del d["a"], x[-1]
print(d, x)
y = 3
del y
try:
    y
except NameError as e:
    print(e)
class C:
    z = 1
c = C()
c.w = 2
del c.w
print(hasattr(c, "w"), hasattr(c, "z"))
try:
    del c.z
except AttributeError as e:
    print(e)
def f():
    v = 1
    del v
    return v
try:
    f()
except UnboundLocalError as e:
    print(e)
