import torch
import torch.nn as nn
import torch.optim as optim

torch.manual_seed(42)
X = torch.linspace(0, 10, 100).view(-1, 1)
y = 2 * X + 1 + torch.randn(100, 1)
model = nn.Linear(1, 1)
criterion = nn.MSELoss()
optimizer = optim.SGD(model.parameters(), lr=0.01)
for epoch in range(100):
    outputs = model(X)
    loss = criterion(outputs, y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    if (epoch + 1) % 20 == 0:
        print(f"Epoch [{epoch + 1}/100], Loss: {loss.item():.4f}")
w, b = model.parameters()
print(w.item(), b.item(), model.weight, optimizer)
print(optimizer.state_dict())
