import numpy as np

print(np.linspace(0, 1, 5), np.linspace(2, 3, 4, endpoint=False), np.linspace(1, 1, 3), np.linspace(0, 10, 1))
print(np.linspace(0, 1, 3, retstep=True), np.linspace(0, 5, 6, dtype=int), np.linspace(-1, 1, 9)[::2])
print(np.logspace(0, 3, 4), np.geomspace(1, 1000, 4), np.linspace([0, 1], [1, 2], 3))
