# Four small batches added up give the gradient of one large batch.
import torch
import torch.nn.functional as F
from torch import nn

torch.manual_seed(0)
x = torch.randn(32, 5)
y = torch.randint(0, 3, (32,))


def build():
    torch.manual_seed(1)
    return nn.Sequential(nn.Linear(5, 8), nn.Tanh(), nn.Linear(8, 3))


whole = build()
F.cross_entropy(whole(x), y).backward()
parts = build()
for xb, yb in zip(x.chunk(4), y.chunk(4)):
    loss = F.cross_entropy(parts(xb), yb) / 4
    loss.backward()
for (name, a), b in zip(whole.named_parameters(), parts.parameters()):
    print(name, tuple(a.shape), torch.allclose(a.grad, b.grad, atol=1e-6), round(a.grad.abs().sum().item(), 4))

model = build()
optimizer = torch.optim.SGD(model.parameters(), lr=0.5, momentum=0.9)
updates = 0
for epoch in range(10):
    total = 0.0
    for i, (xb, yb) in enumerate(zip(x.split(4), y.split(4))):
        loss = F.cross_entropy(model(xb), yb)
        (loss / 4).backward()
        total += loss.item()
        if (i + 1) % 4 == 0:
            optimizer.step()
            optimizer.zero_grad()
            updates += 1
    if epoch % 3 == 0:
        print(f"epoch {epoch} loss {total / 8:.4f}")
print("updates", updates, "accuracy", (model(x).argmax(1) == y).float().mean().item())
