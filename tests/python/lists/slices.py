a = list(range(10))
print(a[2:5], a[:3], a[7:], a[::3], a[::-1], a[-3:], a[8:2:-2], a[5:5], a[100:], a[-100:3], a[:-1])
b = a[:]
b[2:5] = ["x"]; print(b)
b[1:1] = [7, 7]; print(b)
b[::2] = range(len(b[::2])); print(b)
del b[::2]; print(b)
b[:] = "ab"; print(b)
b[1:] = []; print(b)
try:
    a[::2] = [1]
except ValueError as e:
    print(e)
try:
    a[0:2] = 5
except TypeError as e:
    print(e)
try:
    a[::0]
except ValueError as e:
    print(e)
a[-2:] = (x * x for x in range(3)); print(a)
print(slice(1, 10, 2).indices(5), slice(None, None, -1).indices(4), slice(1, 2), slice(3).stop)
