import torch
from torch import nn

torch.manual_seed(5)
G = nn.Sequential(nn.Linear(2, 8), nn.LeakyReLU(0.2), nn.Linear(8, 1))
D = nn.Sequential(nn.Linear(1, 8), nn.LeakyReLU(0.2), nn.Linear(8, 1), nn.Sigmoid())
opt_g = torch.optim.Adam(G.parameters(), lr=0.002, betas=(0.5, 0.999))
opt_d = torch.optim.Adam(D.parameters(), lr=0.002, betas=(0.5, 0.999))
loss_of = nn.BCELoss()
real_label, fake_label = torch.ones(16, 1), torch.zeros(16, 1)
for step in range(200):
    real = torch.randn(16, 1) * 0.5 + 3
    fake = G(torch.randn(16, 2))
    opt_d.zero_grad()
    loss_d = loss_of(D(real), real_label) + loss_of(D(fake.detach()), fake_label)
    loss_d.backward()
    opt_d.step()
    opt_g.zero_grad()
    loss_g = loss_of(D(fake), real_label)
    loss_g.backward()
    opt_g.step()
    if step % 50 == 0:
        print(f"[{step}] D {loss_d.item():.4f} G {loss_g.item():.4f} mean {fake.mean().item():.4f}")
print(G, opt_d)
