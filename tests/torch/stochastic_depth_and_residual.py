# Residual blocks, squeeze and excitation, stochastic depth, and how deep plain networks lose their gradient.
import torch
import torch.nn.functional as F
from torch import nn


class SqueezeExcite(nn.Module):
    def __init__(self, channels, reduction=2):
        super().__init__()
        self.fc = nn.Sequential(
            nn.AdaptiveAvgPool2d(1), nn.Conv2d(channels, channels // reduction, 1), nn.ReLU(inplace=True),
            nn.Conv2d(channels // reduction, channels, 1), nn.Sigmoid(),
        )

    def forward(self, x):
        return x * self.fc(x)


class Block(nn.Module):
    def __init__(self, channels, keep):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, channels, 3, padding=1, bias=False)
        self.norm1 = nn.BatchNorm2d(channels)
        self.conv2 = nn.Conv2d(channels, channels, 3, padding=1, bias=False)
        self.norm2 = nn.BatchNorm2d(channels)
        self.gate = SqueezeExcite(channels)
        self.keep = keep

    def forward(self, x):
        y = F.relu(self.norm1(self.conv1(x)))
        y = self.gate(self.norm2(self.conv2(y)))
        if self.training:
            y = y * torch.bernoulli(torch.full((len(x), 1, 1, 1), self.keep)) / self.keep
        return F.relu(x + y)


torch.manual_seed(0)
net = nn.Sequential(nn.Conv2d(1, 4, 3, padding=1), *[Block(4, 1 - 0.1 * i) for i in range(3)], nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(4, 2))
x = torch.randn(16, 1, 6, 6)
y = (x.mean((1, 2, 3)) > 0).long()
optimizer = torch.optim.SGD(net.parameters(), lr=0.05, momentum=0.9, weight_decay=1e-4)
for step in range(16):
    loss = F.cross_entropy(net(x), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    if step % 5 == 0:
        print(step, f"{loss.item():.3f}")
print(net.eval()(x).shape, sum(p.numel() for p in net.parameters()))


def slope_at_start(depth, residual):
    torch.manual_seed(0)
    layers = [nn.Linear(16, 16) for _ in range(depth)]
    h = torch.randn(8, 16)
    for layer in layers:
        h = h + torch.tanh(layer(h)) if residual else torch.tanh(layer(h))
    h.sum().backward()
    return layers[0].weight.grad.norm().item()


for depth in (2, 10, 20):
    print(depth, f"plain {slope_at_start(depth, False):.2e} residual {slope_at_start(depth, True):.2e}")
