import numpy as np

a = np.arange(24).reshape(2, 3, 4)
print(a[0], a[0, 1], a[-1, -1, -1], a[:, 1], a[..., 0], a[1, ..., 2], a[0, :2, ::2], a[:, ::-1, 0])
print(a[0, 1, 1:3], a[np.newaxis].shape, a[:, None, 0].shape, a[1:, 1:, 1:], a[0][::-1][0], a[:0].shape)
