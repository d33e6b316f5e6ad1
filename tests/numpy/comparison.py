import numpy as np

a = np.array([1, 2, 3]); b = np.array([3, 2, 1])
print(a == b, a != b, a < b, a <= 2, a > 1.5, 2 >= a, (a == a).all(), (a < b).any(), np.array_equal(a, a.copy()), np.array_equal(a, [1, 2]))
print(np.allclose([1.0, 2.0], [1.0, 2.0 + 1e-9]), np.isclose([1, 2], [1, 2.1]), np.equal(a, 2), np.greater(a, b), np.logical_and(a > 1, a < 3))
print(np.logical_not([True, 0]), np.logical_or(a > 2, b > 2), np.logical_xor([True, True], [True, False]), np.allclose(1, 1.1), 2 in a, 9 in a)
try:
    bool(a == b)
except ValueError as error:
    print(error)
