import numpy as np

a, b = np.array([1, 2, 3]), np.array([4.0, 5.0, 6.0])
print(a + b, a - b, a * b, a / b, b // a, b % a, a ** 2, 2 ** a, -a, +b, abs(np.array([-1, 2])), divmod(np.array([7, 8]), 3)[0])
print(a / 2, a // 2, -a // 2, -a % 3, 1 / a, 10 - a, [1, 1, 1] + a, a * [1, 2, 3], np.array([1, 2]) @ np.array([3, 4]))
print(a & 1, a | 4, a ^ 1, ~a, a << 2, a >> 1, np.array([True, False]) & True, True ^ np.array([True]), 5 % a, 7 // a)
