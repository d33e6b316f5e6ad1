# Muon makes the update of a matrix orthogonal.
import torch
from torch import nn

torch.manual_seed(0)
model = nn.Sequential(nn.Linear(6, 8), nn.Tanh(), nn.Linear(8, 3))
matrices = [p for p in model.parameters() if p.ndim == 2]
others = [p for p in model.parameters() if p.ndim != 2]
muon = torch.optim.Muon(matrices, lr=0.05, weight_decay=0.01)
adam = torch.optim.AdamW(others, lr=0.01)
print(muon)
x, y = torch.randn(40, 6), torch.randint(0, 3, (40,))
before = matrices[0].detach().clone()
for step in range(30):
    loss = nn.functional.cross_entropy(model(x), y)
    muon.zero_grad()
    adam.zero_grad()
    loss.backward()
    muon.step()
    adam.step()
    if step == 0:
        change = matrices[0].detach() - before
        print(torch.linalg.svdvals(change).round(decimals=2).shape, list(muon.state[matrices[0]]))
    if step % 10 == 0:
        print(step, f"{loss.item():.3f}")
try:
    torch.optim.Muon([nn.Parameter(torch.ones(3))])
except ValueError as error:
    print(error)
