a = [1]; b = a; c = a[:]
print(a is b, a is c, a == c, id(a) == id(b), id(a) == id(c), None is None, a is not c)
x = y = 5; print(x is y, "ab" is "ab" if False else True, (a, b)[0] is (a, b)[1])
def same(): pass
print(same is same, type(1) is int, [] is [], {} == {}, True is (1 == 1), not None is None)
