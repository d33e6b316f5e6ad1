import numpy as np

a, b = np.array([[1, 2], [3, 4]]), np.array([[5, 6]])
print(np.concatenate([a, b]), np.concatenate([a, b.T], axis=1), np.concatenate([a, b], axis=None), np.vstack([a, b]), np.hstack([a, a]), np.stack([a, a]).shape)
print(np.stack([[1, 2], [3, 4]], axis=1), np.vstack([[1, 2], [3, 4]]), np.hstack([[1], [2, 3]]), np.column_stack([[1, 2], [3, 4]]), np.dstack([a, a]).shape)
print(np.split(np.arange(6), 3), np.array_split(np.arange(5), 2), np.split(np.arange(6), [1, 4]), np.hsplit(a, 2)[0], np.append([1, 2], [3]), np.append(a, b, axis=0))
print(np.tile([1, 2], 2), np.tile([1, 2], (2, 1)), np.repeat([1, 2], 2), np.repeat(a, 2, axis=0), np.repeat([1, 2], [1, 3]), np.c_[[1, 2], [3, 4]], np.r_[1:3, [9, 8]])
print(np.concatenate([np.zeros(1, np.float32), np.ones(1, int)]).dtype, np.insert([1, 2, 3], 1, 9), np.delete([1, 2, 3], 1), np.delete(a, 0, axis=1), np.block([[a, a]]))
try:
    np.concatenate([a, np.ones((2, 3))])
except ValueError as error:
    print(error)
