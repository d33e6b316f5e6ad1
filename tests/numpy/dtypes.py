import numpy as np

print(np.dtype("float64"), np.dtype(int), repr(np.dtype("f4")), np.dtype(np.uint8).itemsize, np.dtype("i4") == np.int32)
print(np.finfo(np.float32).eps, np.finfo(np.float64).max, np.finfo(float).tiny, np.iinfo(np.int32).max, np.iinfo("uint8").min)
print(np.promote_types("int32", "float32"), np.result_type(np.int64, np.float32), np.issubdtype(np.float32, np.floating))
print(np.issubdtype(np.int64, np.integer), np.issubdtype(float, np.number), np.isscalar(3), np.isscalar(np.array(3)))
