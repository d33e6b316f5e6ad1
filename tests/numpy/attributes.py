import numpy as np

a = np.zeros((2, 3, 4), dtype=np.float32)
print(a.shape, a.ndim, a.size, a.dtype, a.itemsize, a.nbytes, a.strides, len(a), a.T.shape)
print(repr(a.dtype), a.dtype.name, a.dtype.kind, a.dtype == np.float32, a.dtype == "float32", type(a), isinstance(a, np.ndarray))
print(np.array([1]).dtype, np.array([1.0]).dtype, np.array([True]).dtype, np.array([1], np.uint8).dtype)
