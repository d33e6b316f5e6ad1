import numpy as np

a = np.array([[1.5, 2.5], [3.5, 4.5]])
print(repr(a[0, 0]), repr(a[1][1]), type(a[0, 0]), repr(a.sum()), repr(a.max()), [x for x in a[0]], list(np.arange(2)))
print(repr(np.array([True])[0]), repr(np.array([1], np.uint8)[0]), repr(np.mean([1, 2])), a.item(2), a.tolist(), a.item(1, 1))
if np.array([1, 2])[0] == 1:
    print("equal", not np.array([0])[0])
