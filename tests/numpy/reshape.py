import numpy as np

a = np.arange(12)
print(a.reshape(3, 4).shape, a.reshape(-1, 2).shape, a.reshape((2, 6)).T.shape, a.reshape(2, 2, 3).transpose(2, 0, 1).shape, a.reshape(3, 4).ravel()[:3])
m = a.reshape(3, 4)
print(m.flatten().shape, np.expand_dims(m, 0).shape, m[None].squeeze().shape, np.swapaxes(m, 0, 1).shape, np.moveaxis(np.zeros((2, 3, 4)), 0, -1).shape, np.squeeze(np.zeros((1, 3, 1))).shape)
print(np.transpose(m)[0], m.reshape(4, 3, order="F")[0], np.atleast_2d([1, 2]).shape, np.atleast_1d(3), np.rollaxis(np.zeros((2, 3, 4)), 2).shape)
for f in (lambda: a.reshape(5, 2), lambda: a.reshape(-1, 5), lambda: a.reshape(-1, -1), lambda: m.sum(axis=2), lambda: m.squeeze(0)):
    try:
        f()
    except ValueError as error:
        print(error)
