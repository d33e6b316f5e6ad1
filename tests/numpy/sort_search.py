import numpy as np

a = np.array([3, 1, 2, 1])
print(np.sort(a), a.argsort(), np.argsort(-a), np.sort([[3, 1], [2, 4]]), np.sort([[3, 1], [2, 4]], axis=0), a[::-1], sorted(a))
print(np.unique(a), np.unique(a, return_counts=True), np.unique(a, return_inverse=True), np.unique(a, return_index=True), np.where(a == 1), np.nonzero(a > 1))
print(np.searchsorted([1, 2, 3], 2), np.searchsorted([1, 2, 3], [0, 2.5, 9], side="right"), np.argwhere(a > 1), np.flatnonzero(a == 1), np.where(a > 1, a, 0))
a.sort(); print(a, np.isin([1, 5], a), np.intersect1d(a, [2, 3]), np.union1d([1], [0]), np.setdiff1d(a, [1]), np.unique([[1, 2], [1, 2], [0, 1]], axis=0))
print(np.lexsort(([1, 2, 1], [2, 1, 1])), np.argmax([1, 3, 3]), np.argmin([[2, 1], [0, 5]], axis=1), np.partition([3, 1, 2], 1)[1])
