# Denoising diffusion on points in the plane: schedule, noising, learning the noise, sampling back.
import torch
import torch.nn.functional as F
from torch import nn

torch.manual_seed(0)
T = 20
beta = torch.linspace(1e-3, 0.2, T)
alpha = 1 - beta
alpha_bar = torch.cumprod(alpha, dim=0)
print(alpha_bar[[0, 9, 19]])
angle = torch.rand(128) * 6.2832
data = torch.stack([angle.cos(), angle.sin()], dim=1)


def noised(x, t, noise):
    a = alpha_bar[t].unsqueeze(-1)
    return a.sqrt() * x + (1 - a).sqrt() * noise


class Denoiser(nn.Module):
    def __init__(self):
        super().__init__()
        self.time = nn.Embedding(T, 16)
        self.input = nn.Linear(2, 16)
        self.net = nn.Sequential(nn.SiLU(), nn.Linear(16, 32), nn.SiLU(), nn.Linear(32, 2))

    def forward(self, x, t):
        return self.net(self.input(x) + self.time(t))


model = Denoiser()
optimizer = torch.optim.Adam(model.parameters(), lr=5e-3)
for step in range(120):
    t = torch.randint(0, T, (len(data),))
    noise = torch.randn_like(data)
    loss = F.mse_loss(model(noised(data, t, noise), t), noise)
    optimizer.zero_grad(set_to_none=True)
    loss.backward()
    optimizer.step()
    if step % 40 == 0:
        print(step, f"{loss.item():.4f}")


@torch.no_grad()
def sample(count):
    x = torch.randn(count, 2)
    for t in reversed(range(T)):
        predicted = model(x, torch.full((count,), t))
        x = (x - beta[t] / (1 - alpha_bar[t]).sqrt() * predicted) / alpha[t].sqrt()
        if t > 0:
            x = x + beta[t].sqrt() * torch.randn_like(x)
    return x


points = sample(16)
print(points.shape, points.norm(dim=1).mean())
print(noised(data, torch.tensor(T - 1), torch.zeros_like(data)).norm(dim=1).mean())
