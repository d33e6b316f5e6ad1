# Principal components: by SVD, by the covariance's eigenvectors, by power iteration.
import torch

torch.manual_seed(0)
mix = torch.tensor([[3.0, 0.5, 0.1], [0.0, 1.0, 0.3], [0.0, 0.0, 0.2]])
x = torch.randn(200, 3) @ mix + torch.tensor([1.0, -2.0, 0.5])
centred = x - x.mean(dim=0, keepdim=True)
u, s, vh = torch.linalg.svd(centred, full_matrices=False)
print(u.shape, s.shape, vh.shape)
explained = s**2 / (len(x) - 1)
print(explained / explained.sum())
covariance = torch.cov(centred.T)
values, vectors = torch.linalg.eigh(covariance)
print(torch.allclose(values.flip(0), explained, rtol=1e-4))
print((vectors.flip(1).T * vh).sum(1).abs().sub(1).abs() < 1e-4)
v = torch.ones(3)
for _ in range(50):
    v = covariance @ v
    v = v / v.norm()
print((v @ vh[0]).abs() > 0.9999, v @ covariance @ v)
scores = centred @ vh[:2].T
back = scores @ vh[:2] + x.mean(0)
print(scores.shape, (x - back).pow(2).sum(1).mean(), explained[2] * 199 / 200)
white = centred @ vh.T / explained.sqrt()
print(torch.cov(white.T).round(decimals=3).abs())
print(torch.corrcoef(scores.T).abs().round(decimals=4))
