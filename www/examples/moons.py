# Two crescents that no straight line parts: one is bent.
import torch
from torch import nn
import matplotlib.pyplot as plt
from sklearn.datasets import make_moons

torch.manual_seed(0)

# 200 points in the plane; one moon is 0, the other 1.
points, moon = make_moons(n_samples=200, noise=0.15, random_state=0)
x = torch.tensor(points, dtype=torch.float32)
y = torch.tensor(moon, dtype=torch.float32).unsqueeze(1)

model = nn.Sequential(
    nn.Linear(2, 16),
    nn.Tanh(),
    nn.Linear(16, 16),
    nn.Tanh(),
    nn.Linear(16, 1),
)
print(model)
loss_fn = nn.BCEWithLogitsLoss()
optimizer = torch.optim.Adam(model.parameters(), lr=0.02)

for epoch in range(150):
    logits = model(x)  # above 0: moon 1
    loss = loss_fn(logits, y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    if epoch % 25 == 0:
        accuracy = ((logits > 0) == (y > 0)).float().mean()
        print(f"epoch {epoch:3d}  loss {loss.item():.4f}  accuracy {accuracy.item():.3f}")

# What does the network say at every place of the plane?
across = torch.linspace(-1.6, 2.6, 80)
up = torch.linspace(-1.2, 1.7, 60)
grid_y, grid_x = torch.meshgrid(up, across, indexing="ij")
places = torch.stack([grid_x.flatten(), grid_y.flatten()], dim=1)
with torch.no_grad():
    score = torch.sigmoid(model(places)).reshape(60, 80)

plt.contourf(grid_x, grid_y, score, levels=[0.0, 0.1, 0.3, 0.5, 0.7, 0.9, 1.0], cmap="RdBu")
plt.scatter(points[:, 0], points[:, 1], c=moon, cmap="RdBu", edgecolors="black")
plt.title("What the network learned")
plt.show()
print(f"final loss {loss.item():.4f}")
