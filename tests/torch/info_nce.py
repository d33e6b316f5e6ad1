# SimCLR: two views of an example should find each other among all others.
import torch
import torch.nn.functional as F
from torch import nn

torch.manual_seed(0)


def info_nce(a, b, temperature=0.5):
    z = F.normalize(torch.cat([a, b]), dim=1)
    similarity = z @ z.T / temperature
    n = len(a)
    similarity = similarity.masked_fill(torch.eye(2 * n, dtype=torch.bool), -1e9)
    target = torch.cat([torch.arange(n) + n, torch.arange(n)])
    return F.cross_entropy(similarity, target)


encoder = nn.Sequential(nn.Linear(6, 16), nn.BatchNorm1d(16), nn.ReLU(inplace=True), nn.Linear(16, 4))
optimizer = torch.optim.SGD(encoder.parameters(), lr=0.3, momentum=0.9, nesterov=True)
x = torch.randn(24, 6)
print(f"chance level {torch.tensor(47.0).log().item():.4f}")
for step in range(40):
    a = x + 0.1 * torch.randn_like(x)
    b = x * torch.bernoulli(torch.full_like(x, 0.9))
    loss = info_nce(encoder(a), encoder(b))
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    if step % 10 == 0:
        print(step, loss.item())
encoder.eval()
with torch.no_grad():
    z = F.normalize(encoder(x), dim=1)
    v = F.normalize(encoder(x + 0.1 * torch.randn_like(x)), dim=1)
found = (v @ z.mT).argmax(dim=1)
print((found == torch.arange(24)).float().mean())
# CLIP: symmetric over rows and columns, with a learned temperature.
scale = nn.Parameter(torch.tensor(2.0))
logits = scale.exp() * z @ v.T
both = (F.cross_entropy(logits, torch.arange(24)) + F.cross_entropy(logits.T, torch.arange(24))) / 2
both.backward()
print(both, scale.grad)
