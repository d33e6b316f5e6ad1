import numpy as np

print(np.add.reduce([1, 2, 3]), np.multiply.accumulate([1, 2, 3]), np.add.outer([1, 2], [10, 20]), np.maximum.reduce([[1, 5], [3, 2]]), np.maximum.accumulate([1, 3, 2]))
a = np.zeros(3); np.add.at(a, [0, 0, 2], 1); print(a, np.add, np.exp)
out = np.zeros(2); np.multiply([1, 2], 3, out=out); print(out, np.sqrt(np.array([4.0, 9.0]), out=out), out)
