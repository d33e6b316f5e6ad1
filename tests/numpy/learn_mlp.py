import numpy as np

rng = np.random.RandomState(0)
X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], dtype=float); y = np.array([[0], [1], [1], [0]])
W1, W2 = rng.randn(2, 8), rng.randn(8, 1)
for epoch in range(500):
    h = np.tanh(X @ W1); out = 1 / (1 + np.exp(-h @ W2)); d = (out - y) * out * (1 - out)
    g2 = h.T @ d; g1 = X.T @ ((d @ W2.T) * (1 - h ** 2)); W1 -= g1; W2 -= g2
print(((out - y) ** 2).mean(), out.round(2).ravel(), (out > 0.5).astype(int).tolist())
