import numpy as np

print(np.zeros(3), np.ones((2, 2), dtype=int), np.full((2,), 7), np.full((2, 2), 1.5), np.empty((0, 2)).shape)
print(np.arange(5), np.arange(2, 9, 3), np.arange(0, 1, 0.25), np.arange(5, 0, -2), repr(np.arange(3.0)))
print(np.eye(3), np.identity(2), np.eye(2, 3, k=1), np.tri(3), np.diag([1, 2]), np.diag(np.arange(9).reshape(3, 3), 1))
print(np.zeros_like(np.arange(3)), np.ones_like([1.5]), np.full_like(np.arange(3), 9), np.empty_like(np.zeros(2)).shape)
