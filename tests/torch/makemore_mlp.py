import random

import torch
import torch.nn.functional as F

random.seed(42)
names = ["emma", "olivia", "ava", "isabella", "sophia", "mia", "amelia", "harper", "evelyn", "anna", "lia", "noah", "liam"]
chars = sorted(set("".join(names)))
stoi = {c: i + 1 for i, c in enumerate(chars)} | {".": 0}
itos = {i: c for c, i in stoi.items()}
block = 3


def build(words):
    X, Y = [], []
    for word in words:
        context = [0] * block
        for ch in word + ".":
            X.append(context)
            Y.append(stoi[ch])
            context = context[1:] + [stoi[ch]]
    return torch.tensor(X), torch.tensor(Y)


random.shuffle(names)
Xtr, Ytr = build(names[:10])
Xdev, Ydev = build(names[10:])
print(Xtr.shape, Ytr.shape, Xdev.shape, names)
g = torch.Generator().manual_seed(2147483647)
C = torch.randn((len(stoi), 4), generator=g)
W1 = torch.randn((12, 20), generator=g) * (5 / 3) / (12**0.5)
gain = torch.ones((1, 20))
shift = torch.zeros((1, 20))
W2 = torch.randn((20, len(stoi)), generator=g) * 0.01
b2 = torch.zeros(len(stoi))
parameters = [C, W1, gain, shift, W2, b2]
for p in parameters:
    p.requires_grad = True
print(sum(p.nelement() for p in parameters))
mean_running, std_running = torch.zeros((1, 20)), torch.ones((1, 20))
for i in range(200):
    ix = torch.randint(0, Xtr.shape[0], (16,), generator=g)
    emb = C[Xtr[ix]]
    pre = emb.view(emb.shape[0], -1) @ W1
    mean, std = pre.mean(0, keepdim=True), pre.std(0, keepdim=True)
    h = torch.tanh(gain * (pre - mean) / std + shift)
    with torch.no_grad():
        mean_running = 0.9 * mean_running + 0.1 * mean
        std_running = 0.9 * std_running + 0.1 * std
    loss = F.cross_entropy(h @ W2 + b2, Ytr[ix])
    for p in parameters:
        p.grad = None
    loss.backward()
    for p in parameters:
        p.data += -(0.1 if i < 100 else 0.01) * p.grad
    if i % 50 == 0:
        print(i, loss.item())


@torch.no_grad()
def split_loss(x, y):
    pre = C[x].view(x.shape[0], -1) @ W1
    h = torch.tanh(gain * (pre - mean_running) / std_running + shift)
    return F.cross_entropy(h @ W2 + b2, y).item()


print(f"{split_loss(Xtr, Ytr):.4f} {split_loss(Xdev, Ydev):.4f}")
