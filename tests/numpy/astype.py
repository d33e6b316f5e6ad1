import numpy as np

a = np.array([1.7, -1.7, 0.0, 3.2])
print(a.astype(int), a.astype(bool), a.astype(np.float32).dtype, a.astype("int32"), np.array([256, 300]).astype(np.uint8))
print(np.array([True, False]).astype(float), np.float64(3).astype(int), a.astype(int).tolist(), np.int32(7) / 2)
