import numpy as np

x, y = np.meshgrid([1, 2, 3], [4, 5]); print(x, y)
x, y = np.meshgrid(np.arange(2), np.arange(3), indexing="ij"); print(x, y, np.c_[x.ravel(), y.ravel()])
print(np.mgrid[0:2, 0:3], np.mgrid[0:1:3j], np.ogrid[0:2, 0:2][0].shape, np.indices((2, 2)), [m.shape for m in np.meshgrid([1, 2], [3], sparse=True)])
xx, yy = np.meshgrid(np.linspace(0, 1, 3), np.linspace(0, 1, 2)); print(np.stack([xx, yy], -1).reshape(-1, 2))
