# Low-rank adaptation: the trained layer stays frozen, a product of two thin matrices is learned beside it.
import torch
from torch import nn


class LoRA(nn.Module):
    def __init__(self, base, rank, alpha=1.0):
        super().__init__()
        self.base = base
        for p in self.base.parameters():
            p.requires_grad = False
        self.down = nn.Parameter(torch.empty(rank, base.in_features))
        self.up = nn.Parameter(torch.zeros(base.out_features, rank))
        nn.init.kaiming_uniform_(self.down, a=5**0.5)
        self.scale = alpha / rank

    def forward(self, x):
        return self.base(x) + (x @ self.down.T @ self.up.T) * self.scale

    @torch.no_grad()
    def merge(self):
        self.base.weight += self.scale * self.up @ self.down
        return self.base


torch.manual_seed(0)
net = nn.Sequential(nn.Linear(6, 12), nn.ReLU(), nn.Linear(12, 2))
before = net[0].weight.clone()
for i in (0, 2):
    net[i] = LoRA(net[i], rank=2, alpha=4.0)
trainable = [name for name, p in net.named_parameters() if p.requires_grad]
print(trainable)
print(sum(p.numel() for p in net.parameters() if p.requires_grad), "of", sum(p.numel() for p in net.parameters()))
x, y = torch.randn(40, 6), torch.randn(40, 2)
optimizer = torch.optim.Adam((p for p in net.parameters() if p.requires_grad), lr=0.02)
for step in range(60):
    loss = nn.functional.mse_loss(net(x), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    if step % 20 == 0:
        print(step, f"{loss.item():.4f}")
print(torch.equal(net[0].base.weight, before), net[0].base.weight.grad)
out = net(x)
merged = nn.Sequential(net[0].merge(), net[1], net[2].merge())
print(torch.allclose(merged(x), out, atol=1e-5), torch.linalg.matrix_rank(merged[0].weight - before).item())
print(merged)
