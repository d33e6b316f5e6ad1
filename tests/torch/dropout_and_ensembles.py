# Dropout keeps the mean; with many masks at evaluation it gives an uncertainty.
import torch
import torch.nn.functional as F
from torch import nn

torch.manual_seed(0)
x = torch.ones(8)
drop = nn.Dropout(0.5)
print(drop(x), drop(torch.ones(10000)).mean())
drop.eval()
print(drop(x), F.dropout(x, 0.25, training=True), F.dropout(x, 0.25, training=False))
print(nn.Dropout1d(0.5)(torch.ones(1, 6, 2))[0, :, 0], nn.Dropout2d(0.5)(torch.ones(1, 6, 2, 2))[0, :, 0, 0])
print(nn.AlphaDropout(0.3)(torch.zeros(6)), nn.FeatureAlphaDropout(0.3)(torch.zeros(1, 4, 2))[0, :, 0])
xs = torch.linspace(-1, 1, 20).unsqueeze(1)
ys = xs**3
net = nn.Sequential(nn.Linear(1, 32), nn.ReLU(), nn.Dropout(0.1), nn.Linear(32, 1))
optimizer = torch.optim.Adam(net.parameters(), lr=0.02)
for step in range(100):
    loss = F.mse_loss(net(xs), ys)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
print(f"{loss.item():.5f}")
far = torch.tensor([[0.0], [1.0], [3.0]])
with torch.no_grad():
    net.train()
    draws = torch.stack([net(far) for _ in range(50)])
    net.eval()
    plain = net(far)
print(draws.shape, draws.mean(0).squeeze(), draws.std(0).squeeze(), plain.squeeze())
models = []
for seed in range(3):
    torch.manual_seed(seed)
    models.append(nn.Sequential(nn.Linear(1, 8), nn.Tanh(), nn.Linear(8, 1)))
votes = torch.stack([m(far) for m in models])
print(votes.mean(0).flatten(), votes.var(0).flatten())
print(F.softmax(torch.stack([torch.tensor([2.0, 0.0]), torch.tensor([0.0, 1.0])]), -1).mean(0))
