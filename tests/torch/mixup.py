# Mixup: train on weighted sums of two examples and of their labels.
import torch
import torch.nn.functional as F
from torch import nn

torch.manual_seed(11)
centers = torch.tensor([[0.0, 2.0], [2.0, -1.0], [-2.0, -1.0]])
labels = torch.arange(3).repeat_interleave(20)
points = centers[labels] + 0.7 * torch.randn(60, 2)
model = nn.Sequential(nn.Linear(2, 12), nn.GELU(), nn.Linear(12, 3))
optimizer = torch.optim.Adam(model.parameters(), lr=0.02)


def mixup(x, y, share):
    order = torch.randperm(x.size(0))
    return share * x + (1 - share) * x[order], y, y[order]


for step in range(90):
    share = torch.rand(()).item()
    mixed, a, b = mixup(points, labels, share)
    out = model(mixed)
    loss = share * F.cross_entropy(out, a) + (1 - share) * F.cross_entropy(out, b)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    if step % 30 == 0:
        print(f"{step:3d} share {share:.3f} loss {loss.item():.4f}")
with torch.no_grad():
    accuracy = model(points).argmax(1).eq(labels).float().mean()
print("accuracy", accuracy, "mixed shape", mixed.shape)
one_hot = F.one_hot(labels, 3).float()
soft = 0.3 * one_hot + 0.7 * one_hot[torch.arange(59, -1, -1)]
print(soft[[0, 30, 59]], F.cross_entropy(model(points), soft).item())
