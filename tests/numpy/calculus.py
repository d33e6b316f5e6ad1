import numpy as np

y = np.array([1.0, 4.0, 9.0, 16.0])
print(np.diff(y), np.diff(y, 2), np.gradient(y), np.gradient(y, 0.5), np.trapezoid(y), np.trapezoid(y, dx=2), np.cumsum(y), np.interp([0.5, 2.5], [0, 1, 2, 3], y), np.convolve([1, 2, 3], [0, 1, 0.5]))
print(np.convolve([1, 2, 3], [1, 1], "same"), np.convolve([1, 2, 3], [1, 1], "valid"), np.polyfit([0, 1, 2], [1, 3, 5], 1), np.polyval([2, 1], 3), np.polyfit([0.0, 1, 2, 3], [0, 1, 4, 9], 2).round(6) + 0.0, np.diff(np.eye(2)))
