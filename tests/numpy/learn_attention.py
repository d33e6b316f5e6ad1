import numpy as np

rng = np.random.RandomState(0); q, k, v = (rng.randn(4, 8) for _ in range(3)); s = q @ k.T / np.sqrt(8); s = np.where(np.tril(np.ones((4, 4))) == 1, s, -np.inf)
a = np.exp(s - s.max(-1, keepdims=True)); a /= a.sum(-1, keepdims=True); print(a.round(4), (a @ v)[0], (a @ v).shape)
