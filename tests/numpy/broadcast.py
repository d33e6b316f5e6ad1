import numpy as np

a = np.arange(3); b = np.arange(2).reshape(2, 1)
print(a + b, (a * b).shape, a.reshape(3, 1) - a, np.ones((2, 1, 3)).shape, (np.ones((2, 1, 3)) + np.ones((4, 1))).shape)
print(np.broadcast_to(a, (2, 3)), np.broadcast_shapes((2, 1), (3,)), [x.shape for x in np.broadcast_arrays(a, b)])
for f in (lambda: np.ones((2, 3)) + np.ones((2,)), lambda: np.ones(3) * np.ones(4), lambda: np.broadcast_to(a, (2, 2))):
    try:
        f()
    except ValueError as error:
        print(error)
