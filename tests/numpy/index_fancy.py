import numpy as np

a = np.arange(12).reshape(3, 4)
print(a[[0, 2]], a[[0, 2], [1, 3]], a[:, [3, 0]], a[np.array([1, 1])], a[[-1]], a[np.ix_([0, 2], [1, 3])])
print(a[a > 5], a[a % 2 == 0], a[[True, False, True]], a[:, np.array([True, False, False, True])], a[[]].shape)
print(a[np.array([[0, 1], [2, 0]])].shape, a[(a > 2) & (a < 7)], a[~(a > 2)], a[1, [0, 2]])
