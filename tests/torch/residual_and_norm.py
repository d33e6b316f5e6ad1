import torch
from torch import nn


class Block(nn.Module):
    def __init__(self, d):
        super().__init__()
        self.norm = nn.LayerNorm(d)
        self.ff = nn.Sequential(nn.Linear(d, 4 * d), nn.GELU(), nn.Linear(4 * d, d))

    def forward(self, x):
        return x + self.ff(self.norm(x))


torch.manual_seed(3)
net = nn.Sequential(*[Block(4) for _ in range(3)])
x = torch.randn(5, 4)
y = net(x)
print(y)
y.pow(2).sum().backward()
for name, p in net.named_parameters():
    print(name, round(p.grad.norm().item(), 3))
bn = nn.BatchNorm1d(4)
print(bn(x).mean(0).abs().max() < 1e-5, bn.running_var, bn.num_batches_tracked)
bn.eval()
print(bn(x)[0], nn.GroupNorm(2, 4)(x)[0], nn.RMSNorm(4)(x)[0], nn.InstanceNorm1d(4)(x.unsqueeze(2).repeat(1, 1, 2) + torch.arange(2))[0, 0])
