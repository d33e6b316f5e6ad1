# Ridge regression in closed form, and the gradient that says that it is the minimum.
import torch

torch.manual_seed(0)
x = torch.linspace(-1, 1, 20, dtype=torch.float64)
y = torch.sin(3 * x) + 0.1 * torch.randn(20, dtype=torch.float64)
design = x[:, None] ** torch.arange(8)
print(design.shape, design.dtype)
for strength in (0.0, 1e-3, 1e-1, 10.0):
    left = design.T @ design + strength * torch.eye(8, dtype=torch.float64)
    w = torch.linalg.solve(left, design.T @ y)
    w.requires_grad_(True)
    loss = (design @ w - y).square().sum() + strength * w.square().sum()
    loss.backward()
    print(f"{strength:6} error {(design @ w - y).square().mean().item():.5f} norm {w.norm().item():.4f} slope {w.grad.abs().max().item() < 1e-8}")
normal = torch.linalg.solve(design.T @ design, design.T @ y)
least = torch.linalg.lstsq(design, y[:, None]).solution.squeeze(1)
pseudo = torch.linalg.pinv(design) @ y
q, r = torch.linalg.qr(design)
by_qr = torch.linalg.solve_triangular(r, (q.T @ y)[:, None], upper=True).squeeze()
factor = torch.linalg.cholesky(design.T @ design)
by_cholesky = torch.cholesky_solve((design.T @ y)[:, None], factor).squeeze()
for other in (least, pseudo, by_qr, by_cholesky):
    print(torch.allclose(normal, other, atol=1e-6))
print(torch.linalg.cond(design) < torch.linalg.cond(design.T @ design))
strength = torch.tensor(0.1, dtype=torch.float64, requires_grad=True)
w = torch.linalg.solve(design.T @ design + strength * torch.eye(8, dtype=torch.float64), design.T @ y)
print(torch.autograd.grad(w.square().sum(), strength))
