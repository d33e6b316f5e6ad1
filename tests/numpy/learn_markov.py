import numpy as np

T = np.array([[0.9, 0.1], [0.5, 0.5]]); p = np.array([1.0, 0.0])
for _ in range(20): p = p @ T
print(p, np.linalg.matrix_power(T, 50)[0], np.allclose(T.sum(axis=1), 1)); rng = np.random.default_rng(3); s = 0; path = []
for _ in range(10): s = rng.choice(2, p=T[s]); path.append(int(s))
print(path)
