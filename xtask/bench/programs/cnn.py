import torch
from torch import nn

torch.manual_seed(0)
x = torch.rand(64, 1, 8, 8)
y = torch.randint(0, 10, (64,))
model = nn.Sequential(
    nn.Conv2d(1, 8, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(128, 10)
)
loss_fn = nn.CrossEntropyLoss()
optimizer = torch.optim.SGD(model.parameters(), lr=0.05)
for steps in (20, STEPS):
    print("steps", steps)
    for step in range(steps):
        loss = loss_fn(model(x), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
print("loss", loss.item())
