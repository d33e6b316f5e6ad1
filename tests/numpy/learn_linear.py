import numpy as np

rng = np.random.default_rng(0)
X = rng.normal(size=(50, 3)); w = np.array([1.0, -2.0, 0.5]); y = X @ w + 0.1 * rng.normal(size=50)
theta = np.zeros(3)
for step in range(100):
    error = X @ theta - y; theta -= 0.1 * (X.T @ error) / len(y)
    if step % 25 == 0: print(step, (error ** 2).mean())
print(theta, np.linalg.lstsq(X, y, rcond=None)[0])
