# A critic whose slope is kept near one: a gradient inside of a loss.
import torch
from torch import nn

torch.manual_seed(0)
critic = nn.Sequential(nn.Linear(2, 16), nn.LeakyReLU(0.2), nn.Linear(16, 1))
generator = nn.Sequential(nn.Linear(3, 16), nn.ReLU(), nn.Linear(16, 2))
opt_c = torch.optim.Adam(critic.parameters(), lr=5e-3, betas=(0.5, 0.9))
opt_g = torch.optim.Adam(generator.parameters(), lr=5e-3, betas=(0.5, 0.9))


def penalty(real, fake):
    share = torch.rand(real.size(0), 1)
    mixed = (share * real + (1 - share) * fake).requires_grad_(True)
    score = critic(mixed)
    (slope,) = torch.autograd.grad(score, mixed, grad_outputs=torch.ones_like(score), create_graph=True, retain_graph=True)
    return ((slope.norm(2, dim=1) - 1) ** 2).mean()


for step in range(20):
    for _ in range(3):
        real = torch.randn(32, 2) * 0.5 + torch.tensor([2.0, -1.0])
        fake = generator(torch.randn(32, 3)).detach()
        gp = penalty(real, fake)
        loss_c = critic(fake).mean() - critic(real).mean() + 10 * gp
        opt_c.zero_grad()
        loss_c.backward()
        opt_c.step()
    loss_g = -critic(generator(torch.randn(32, 3))).mean()
    opt_g.zero_grad()
    loss_g.backward()
    opt_g.step()
    if step % 5 == 0:
        print(step, f"critic {loss_c.item():.3f} generator {loss_g.item():.3f} penalty {gp.item():.3f}")
with torch.no_grad():
    samples = generator(torch.randn(200, 3))
print(samples.mean(0), samples.std(0))
