import numpy as np

a = np.zeros((3, 4), dtype=int)
a[0] = 1; a[1, 2] = 5; a[:, 3] = [7, 8, 9]; a[2, :2] = -1
print(a)
a[a > 6] = 0; a[[0, 1], [0, 1]] = 99
print(a)
a[::-1, 0] = [1, 2, 3]; a[..., 1] += 10
print(a)
b = np.arange(5.0); b[1:4] *= 2; b[b > 3] -= 1; b[-1] = np.nan
print(b)
try:
    a[0] = [1, 2, 3]
except ValueError as error:
    print(error)
