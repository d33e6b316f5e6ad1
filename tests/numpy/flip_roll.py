import numpy as np

a = np.arange(6).reshape(2, 3)
print(np.flip(a), np.flip(a, 0), np.fliplr(a), np.flipud(a), np.rot90(a), np.roll([1, 2, 3], 1), np.roll(a, 1, axis=1), np.roll(a, 1))
print(np.pad([1, 2], 1), np.pad([[1]], ((1, 0), (0, 2))), np.pad([1, 2, 3], 2, mode="edge"), np.pad([1, 2, 3], 2, mode="reflect"), np.pad([1.5], (0, 1), constant_values=9))
print(np.triu(np.ones((3, 3))), np.tril(np.arange(9).reshape(3, 3), -1), np.trace(np.eye(3)), np.diagonal(a), np.resize([1, 2, 3], (2, 4)))
