import torch
from torch import nn

torch.manual_seed(0)
x = torch.rand(64, 64)
y = torch.randint(0, 10, (64,))
model = nn.Sequential(nn.Linear(64, 128), nn.ReLU(), nn.Linear(128, 10))
loss_fn = nn.CrossEntropyLoss()
optimizer = torch.optim.SGD(model.parameters(), lr=0.05)
for steps in (50, STEPS):
    print("steps", steps)
    for step in range(steps):
        loss = loss_fn(model(x), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
print("loss", loss.item())
