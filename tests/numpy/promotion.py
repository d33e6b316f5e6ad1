import numpy as np

f, d, i, j, b, u = (np.ones(2, t) for t in ("float32", "float64", "int32", "int64", "bool", "uint8"))
for x in (f, d, i, j, b, u):
    print([str((x + y).dtype) for y in (f, d, i, j, b, u)], (x + 1).dtype, (x + 1.5).dtype, (x * True).dtype)
print((i / i).dtype, (f / i).dtype, (f / 2).dtype, (j // 2).dtype, (f ** 2).dtype, (j ** 0.5).dtype, (b & b).dtype)
print((np.float32(1) + 1).dtype, (np.float32(1) + np.float64(1)).dtype, (f * np.float64(2)).dtype, (np.int32(1) + np.float32(1)).dtype)
