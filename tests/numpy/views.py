import numpy as np

a = np.arange(6)
v = a[1:4]; v[0] = 100
r = a.reshape(2, 3); r[1, 1] = -5
t = r.T; t[0, 0] = 42
s = a[::-1]; s[0] = 77
print(a, v, r, t, s, np.shares_memory(a, v), np.shares_memory(a, a.copy()))
f = a[[0, 1]]; f[0] = 0; c = a.copy(); c[0] = 1; g = a.flatten(); g[1] = 9; h = a.ravel(); h[2] = 8
print(a)
