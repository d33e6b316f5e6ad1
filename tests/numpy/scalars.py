import numpy as np

x = np.float64(2.5)
print(x, repr(x), x + 1, repr(x * 2), repr(2 / x), repr(-x), repr(abs(-x)), x > 2, repr(x > 2), round(x), repr(round(x, 1)), int(x))
n = np.int64(7)
print(repr(n), n // 2, repr(n % 4), repr(n / 2), repr(n ** 2), repr(-n), hash(n) == hash(7), [10, 20, 30][np.int64(1)], "%d" % n, f"{n:04d}")
print(f"{x:.3f}", f"{np.float32(0.1):.3f}", str(np.float32(0.1)), float(np.float32(0.1)), np.bool_(True), repr(np.bool(False)))
print(x.item(), type(x.item()), n.item(), x.dtype, x.shape, np.float32("1.5"), isinstance(x, np.floating), isinstance(n, np.integer))
print({np.int64(1): "one"}[1], np.float64(1) == 1, sorted([np.float64(3), 1, np.int64(2)]), max(np.float64(1), 2), sum([np.float64(1), 2]))
print(repr(np.int64(3) + np.float32(1)), repr(True + np.float64(1)), repr(1 - np.float32(0.5)), repr(np.float32(1) / 3), bool(np.float64(0)))
