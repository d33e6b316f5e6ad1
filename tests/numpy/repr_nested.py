import numpy as np

print([np.arange(2), 1], {"a": np.float64(1.5)}, (np.int64(1),), [np.zeros((1, 2))])
print("value:", np.arange(3), f"{np.arange(2)}", "%s" % np.array([1.5]), str(np.array([[1, 2]])), f"{np.array(2.5):.1f}")
print(np.array2string(np.array([1.123456, 2.0]), precision=2, separator=", "), np.array_repr(np.arange(2)), np.array_str(np.arange(2)))
