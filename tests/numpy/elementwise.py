import numpy as np

x = np.array([0.5, 1.0, 2.0])
for f in (np.exp, np.log, np.sqrt, np.sin, np.cos, np.tan, np.tanh, np.square, np.log2, np.log10, np.log1p, np.expm1, np.sinh, np.arctan, np.reciprocal, np.negative, np.sign, np.floor, np.ceil, np.exp2):
    print(f.__name__, f(x), f(x.astype(np.float32)).dtype, repr(f(2.0)))
print(np.abs([-1, 2]), np.sqrt(4), np.exp(0), np.maximum([1, 5], [3, 2]), np.minimum(1, [0, 2]), np.power(2, [1, 2, 3]), np.arctan2(1, 1), np.hypot(3, 4), np.mod(-3, 2))
print(np.round([1.234, 2.5, 3.5], 1), np.round(2.567, 2), np.clip([-1, 5, 3], 0, 4), np.rint([1.5, 2.5]), np.trunc([-1.7]), np.isnan([1, np.nan]), np.isinf([np.inf, 1]), np.isfinite([1, np.inf]))
print(np.add(1, 2), np.subtract([3], 1), np.multiply([2], [3]), np.divide([1, 2], 2), np.floor_divide(7, 2), np.float_power(2, 3), np.degrees(np.pi), np.deg2rad(180), np.cbrt(27.0), np.sign(-2.5))
