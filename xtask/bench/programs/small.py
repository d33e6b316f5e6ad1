import torch
from torch import nn

torch.manual_seed(0)
x = torch.randn(32, 2)
y = torch.sin(x[:, :1]) * x[:, 1:]
model = nn.Sequential(nn.Linear(2, 16), nn.Tanh(), nn.Linear(16, 16), nn.Tanh(), nn.Linear(16, 1))
loss_fn = nn.MSELoss()
optimizer = torch.optim.SGD(model.parameters(), lr=0.05)
for steps in (200, STEPS):
    print("steps", steps)
    for step in range(steps):
        loss = loss_fn(model(x), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
print("loss", loss.item())
