import numpy as np

a = np.array([5, -2, 7, 0]); mask = a > 0
print(mask, mask.dtype, mask.sum(), a[mask], a[~mask], np.where(mask), mask.any(), mask.all(), np.all(a > -5), mask.tolist(), mask.astype(int), mask.nonzero()[0])
a[mask] = 1; print(a, np.any(a > 5), np.count_nonzero(mask), mask & (a == 1), mask | False, not mask.all())
