import numpy as np

rng = np.random.default_rng(5); X = np.arange(20).reshape(10, 2); y = np.arange(10) % 2; order = rng.permutation(len(X)); train, test = order[:7], order[7:]
print(X[train], y[test], X[train].mean(axis=0), (X - X.mean(0)) / X.std(0)); batches = [X[order[i:i + 4]] for i in range(0, 10, 4)]; print([b.shape for b in batches])
