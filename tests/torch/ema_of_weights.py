# A moving average of the weights, kept beside the model and used for evaluation.
import copy

import torch
from torch import nn

torch.manual_seed(3)
model = nn.Sequential(nn.Linear(2, 16), nn.ReLU(), nn.Linear(16, 1))


class EMA:
    def __init__(self, model, decay):
        self.model = copy.deepcopy(model).eval().requires_grad_(False)
        self.decay = decay

    @torch.no_grad()
    def update(self, model):
        for average, p in zip(self.model.parameters(), model.parameters()):
            average.mul_(self.decay).add_(p, alpha=1 - self.decay)


ema = EMA(model, 0.9)
x = torch.rand(64, 2) * 2 - 1
y = (x[:, :1] * x[:, 1:]).sign()
optimizer = torch.optim.Adam(model.parameters(), lr=0.03)
for step in range(60):
    batch = torch.randperm(64)[:16]
    loss = (model(x[batch]) - y[batch]).pow(2).mean()
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    ema.update(model)
    if step % 20 == 19:
        with torch.inference_mode():
            print(step, ((model(x) - y) ** 2).mean(), ((ema.model(x) - y) ** 2).mean())
print(any(p.requires_grad for p in ema.model.parameters()), ema.model.training, model.training)
gaps = [torch.dist(a, b).item() for a, b in zip(ema.model.parameters(), model.parameters())]
print([f"{gap:.4f}" for gap in gaps])
