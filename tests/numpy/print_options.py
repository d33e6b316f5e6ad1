import numpy as np
np.set_printoptions(precision=3, suppress=True)
print(np.array([1e-6, 1.23456, 1000.5])); print(np.array([1e9, 1.0]))
np.set_printoptions(precision=8, suppress=False, threshold=5, edgeitems=2, linewidth=40)
print(np.arange(10)); print(np.arange(30.).reshape(3,10))
print(repr(np.arange(10.)))
print(np.array2string(np.array([1.5,2.25]), precision=1), np.array2string(np.arange(3), separator=','))
with np.printoptions(precision=2): print(np.array([3.14159]))
