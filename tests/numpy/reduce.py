import numpy as np

a = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
print(a.sum(), a.sum(0), a.sum(axis=1), a.sum(axis=(0, 1)), a.sum(1, keepdims=True), a.mean(), a.mean(0), a.std(), a.var(1), a.std(ddof=1))
print(a.min(), a.max(0), a.argmax(), a.argmin(1), a.prod(), a.prod(0), a.cumsum(), a.cumsum(0), a.cumprod(1), np.ptp(a, 1), np.median(a), np.median(a, 0))
print(np.sum([1, 2, 3]), np.mean([1, 2]), np.max([3, 1]), np.any([0, 1]), np.all([1, 0]), (a > 2).sum(), (a > 2).mean(), a.max(axis=1, keepdims=True))
print(np.sum(np.ones((2, 2), bool)), np.array([1, 2], np.int32).sum().dtype, np.array([1.5], np.float32).mean().dtype, a.sum(-1), np.sum(a, where=a > 2))
