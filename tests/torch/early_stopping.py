# Stop when the validation loss has not improved for a while, and go back to the best weights.
import copy

import torch
from torch import nn
from torch.utils.data import random_split, TensorDataset

torch.manual_seed(2)
x = torch.rand(40, 1) * 6 - 3
y = torch.sin(x) + 0.3 * torch.randn(40, 1)
train, valid = random_split(TensorDataset(x, y), [24, 16], generator=torch.Generator().manual_seed(0))
xt, yt = train[:]
xv, yv = valid[:]


class EarlyStopping:
    def __init__(self, patience, min_delta=0.0):
        self.patience, self.min_delta = patience, min_delta
        self.best, self.waited, self.state = float("inf"), 0, None

    def __call__(self, loss, model):
        if loss < self.best - self.min_delta:
            self.best, self.waited = loss, 0
            self.state = copy.deepcopy(model.state_dict())
        else:
            self.waited += 1
        return self.waited >= self.patience


model = nn.Sequential(nn.Linear(1, 40), nn.Tanh(), nn.Linear(40, 40), nn.Tanh(), nn.Linear(40, 1))
optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
stopper = EarlyStopping(patience=25, min_delta=1e-3)
for epoch in range(400):
    optimizer.zero_grad()
    loss = nn.functional.mse_loss(model(xt), yt)
    loss.backward()
    optimizer.step()
    with torch.no_grad():
        valid_loss = nn.functional.mse_loss(model(xv), yv).item()
    if stopper(valid_loss, model):
        print("stopped after epoch", epoch)
        break
print(f"train {loss.item():.3f} best {stopper.best:.3f} last {valid_loss:.3f}")
model.load_state_dict(stopper.state)
with torch.no_grad():
    print(f"restored {nn.functional.mse_loss(model(xv), yv).item():.3f}")
