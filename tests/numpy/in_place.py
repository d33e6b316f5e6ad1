import numpy as np

a = np.array([1.0, 2.0]); b = a
a += 1; a *= 2; a -= 0.5; a /= 2; a **= 2; a //= 1; a %= 3
print(a, b is a)
i = np.array([1, 2, 3]); i += 1; i *= 2; i //= 3; i <<= 1; i |= 1
print(i, i.dtype)
try:
    i /= 2
except TypeError as error:
    print(type(error).__name__)
try:
    i += 0.5
except TypeError as error:
    print(type(error).__name__)
