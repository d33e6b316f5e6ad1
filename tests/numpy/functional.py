import numpy as np

print(np.vectorize(lambda x: x * 2)([1, 2]), np.apply_along_axis(sum, 0, np.arange(6).reshape(2, 3)), np.fromiter((i * i for i in range(4)), float), np.fromfunction(lambda i, j: i + j, (2, 2)))
print(np.select([np.arange(3) < 1, np.arange(3) > 1], [10, 20], 0), np.take([4, 5, 6], [0, 2]), np.choose([0, 1], [[1, 2], [3, 4]]), np.unravel_index(5, (2, 3)), np.ravel_multi_index((1, 2), (2, 3)), np.take_along_axis(np.array([[3, 1]]), np.array([[1, 0]]), 1))
print(np.triu_indices(3, 1), np.extract([True, False], [1, 2]), np.piecewise(np.array([-1.0, 1.0]), [np.array([True, False])], [0, 5]), np.diag_indices(2))
a = np.zeros((2, 2)); np.fill_diagonal(a, 3); np.copyto(a, 1, where=a == 0); print(a)
