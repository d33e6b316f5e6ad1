import numpy as np

rng = np.random.RandomState(4); X = np.concatenate([rng.normal(c, 0.3, (10, 2)) for c in (0, 3, 6)]); centers = X[[0, 10, 20]]
for _ in range(5):
    d = ((X[:, None] - centers[None]) ** 2).sum(-1); label = d.argmin(1); centers = np.array([X[label == k].mean(0) for k in range(3)])
print(centers, np.bincount(label), np.sqrt(d.min(1)).sum())
