import numpy as np

a = np.array([1.0, np.nan, np.inf, -np.inf])
print(a, np.nan_to_num(a[:2]), np.isnan(a).sum(), a == a, np.nan == np.nan, np.nanmin([np.nan, 3]), np.inf > 1, np.max(a[2:]), np.isposinf(a), np.isneginf(a))
with np.errstate(all="ignore"):
    print(np.log(np.array([0.0, -1.0])), np.array([1.0, 0.0]) / 0, np.sqrt([-1.0]), np.exp(1000.0))
