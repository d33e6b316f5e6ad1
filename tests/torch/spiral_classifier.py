# The spirals of CS231n: a linear classifier cannot, a small network can.
import math

import torch
from torch import nn

torch.manual_seed(0)
N, K = 40, 3
x, y = torch.zeros(N * K, 2), torch.zeros(N * K, dtype=torch.long)
for j in range(K):
    rows = slice(N * j, N * (j + 1))
    r = torch.linspace(0.0, 1, N)
    t = torch.linspace(j * 4, (j + 1) * 4, N) + torch.randn(N) * 0.15
    x[rows] = torch.stack([r * t.sin(), r * t.cos()], dim=1)
    y[rows] = j


def train(model, steps, lr, decay=1e-5):
    criterion = nn.CrossEntropyLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr, weight_decay=decay)
    for step in range(steps):
        logits = model(x)
        loss = criterion(logits, y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    accuracy = (logits.argmax(1) == y).sum().item() / len(y)
    return loss.item(), accuracy


torch.manual_seed(1)
loss, accuracy = train(nn.Linear(2, 3), 100, 0.1)
print(f"linear  {loss:.3f} {accuracy:.3f}")
model = nn.Sequential(nn.Linear(2, 24), nn.ReLU(), nn.Linear(24, 3))
first = -model(x).log_softmax(1)[torch.arange(N * K), y].mean()
print(f"at the start {first.item():.3f}, of chance {math.log(3):.3f}")
loss, accuracy = train(model, 60, 0.05)
print(f"network {loss:.3f} {accuracy:.3f}")
xx, yy = torch.meshgrid(torch.linspace(-1, 1, 7), torch.linspace(-1, 1, 7), indexing="xy")
with torch.no_grad():
    regions = model(torch.stack([xx.ravel(), yy.ravel()], 1)).argmax(1).view(7, 7)
print(regions.unique(return_counts=True)[0].tolist(), xx[0], yy[:, 0])
