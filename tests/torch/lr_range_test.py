# The learning rate finder: raise the rate at every batch and watch where the loss falls fastest.
import math

import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

torch.manual_seed(5)
x = torch.randn(256, 10)
y = (x @ torch.randn(10, 1)).tanh()
loader = DataLoader(TensorDataset(x, y), batch_size=16, shuffle=True)
model = nn.Sequential(nn.Linear(10, 20), nn.ReLU(), nn.Linear(20, 1))
low, high, steps = 1e-4, 1.0, 48
factor = (high / low) ** (1 / (steps - 1))
optimizer = torch.optim.SGD(model.parameters(), lr=low)
scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: factor**step)
rates, losses, smooth = [], [], 0.0
batches = iter(loader)
for step in range(steps):
    try:
        xb, yb = next(batches)
    except StopIteration:
        batches = iter(loader)
        xb, yb = next(batches)
    loss = nn.functional.mse_loss(model(xb), yb)
    smooth = 0.8 * smooth + 0.2 * loss.item()
    rates.append(scheduler.get_last_lr()[0])
    losses.append(smooth / (1 - 0.8 ** (step + 1)))
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    scheduler.step()
slopes = torch.tensor(losses[1:]) - torch.tensor(losses[:-1])
best = slopes.argmin().item()
print(f"{len(rates)} rates from {rates[0]:.1e} to {rates[-1]:.1e}")
print("steepest at", best, f"{rates[best]:.4f}", f"{slopes[best].item():.4f}")
for i in range(0, steps, 8):
    print(f"{math.log10(rates[i]):7.3f} {losses[i]:.4f}")
