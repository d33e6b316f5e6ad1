import numpy as np

rng = np.random.RandomState(2); X = rng.randn(30, 3) @ np.diag([3.0, 1.0, 0.1]); X -= X.mean(0)
w, v = np.linalg.eigh(np.cov(X.T)); order = np.argsort(w)[::-1]; print(w[order], np.abs(v[:, order[0]]), (w[order] / w.sum()).cumsum(), np.abs(X @ v[:, order[:1]])[:3].ravel())
