def v(x):
    print("<%d>" % x, end="")
    return x
print(v(1) < v(2) < v(3))
print(v(1) < v(0) < v(3))
print(1 < 2 > 1 != 3 == 3)
print(1 == 1.0 is not None)
print(3 > 2 > 1, (3 > 2) > 1)
print(1 in [1] == True)
