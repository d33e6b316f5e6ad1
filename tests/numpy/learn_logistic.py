import numpy as np

np.random.seed(1)
X = np.vstack([np.random.randn(20, 2) - 1, np.random.randn(20, 2) + 1]); y = np.hstack([np.zeros(20), np.ones(20)])
w, b = np.zeros(2), 0.0
for epoch in range(200):
    p = 1 / (1 + np.exp(-(X @ w + b))); w -= 0.1 * X.T @ (p - y) / len(y); b -= 0.1 * np.mean(p - y)
print(w, b, np.mean((p > 0.5) == y), -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))
