import numpy as np

names = np.array(["setosa", "virginica", "versicolor"])
print(names, names[0], names[[0, 2]], len(names), names.shape, names.tolist(), names.dtype, names == "setosa", names[np.array([1, 1])])
