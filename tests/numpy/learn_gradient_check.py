import numpy as np

def f(w): return np.sum(w ** 3) + w[0] * w[1]
w = np.array([1.0, 2.0, -1.0]); eps = 1e-5; grad = np.zeros_like(w)
for i in range(w.size):
    d = np.zeros_like(w); d[i] = eps; grad[i] = (f(w + d) - f(w - d)) / (2 * eps)
print(grad.round(4), 3 * w ** 2 + np.array([w[1], w[0], 0]))
