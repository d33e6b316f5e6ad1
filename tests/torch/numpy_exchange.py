import numpy as np
import torch

a = np.array([[1.0, 2.0], [3.0, 4.0]])
t = torch.from_numpy(a)
t[0, 0] = 9
print(a, t, a.shape, a.dtype, t.dtype)
print(a + 1, a * 2, a @ a, a.sum(), a.mean(axis=0), a.T, a[0], a[:, 1], a > 2, a.max(), a.reshape(4))
print(torch.tensor(np.arange(3)), np.linspace(0, 1, 3), np.zeros((2, 2)), np.ones(3), np.arange(0, 1, 0.25))
print(torch.ones(2, 2).numpy(), t.numpy().sum(), np.sqrt(np.array([4.0, 9.0])), np.exp(0.0))
np.random.seed(0)
print(np.random.rand(3), np.random.randn(2), np.random.randint(0, 5, 4), np.random.permutation(5))
print(np.concatenate([a, a]), np.stack([a[0], a[1]]), np.where(a > 3, a, 0), np.argmax(a), len(a))
print(repr(a), repr(np.array([1, 2, 3])), np.array([0.5, 1.25], dtype=np.float32), a.tolist(), a.astype(int))
