import numpy as np

print(repr(np.array([1, 2])), repr(np.array([1, 2.5])), repr(np.array([True, False])), repr(np.array([[1], [2]])))
print(repr(np.array([1, 2], dtype=np.float32)), repr(np.array((1, 2), dtype="int32")), repr(np.array(range(3))), repr(np.array(5)))
print(repr(np.array([np.float32(1), np.float32(2)])), repr(np.array([np.arange(2), np.arange(2)])), repr(np.array([[]])))
print(repr(np.array([1, 2], ndmin=2)), repr(np.asarray([True, 2])), repr(np.array([np.int64(3), 4])))
try:
    np.array([[1, 2], [3]])
except ValueError as error:
    print(error)
