# A trained body with a new head: freezing, groups with their own rates, unfreezing.
import torch
from torch import nn
from torch.nn import functional as F

torch.manual_seed(0)
body = nn.Sequential(nn.Linear(5, 10), nn.ReLU(), nn.Linear(10, 6), nn.ReLU())
old = nn.Sequential(body, nn.Linear(6, 2))
x = torch.randn(60, 5)
y2 = (x.sum(1) > 0).long()
y4 = y2 * 2 + (x[:, 0] > 0).long()
optimizer = torch.optim.SGD(old.parameters(), lr=0.2)
for _ in range(40):
    optimizer.zero_grad()
    F.cross_entropy(old(x), y2).backward()
    optimizer.step()
print(f"first task {(old(x).argmax(1) == y2).float().mean().item():.3f}")

new = nn.Sequential(body, nn.Linear(6, 4))
body.requires_grad_(False)
print([(n, p.requires_grad) for n, p in new.named_parameters()])
optimizer = torch.optim.Adam(filter(lambda p: p.requires_grad, new.parameters()), lr=0.05)
before = body[0].weight.clone()
for _ in range(30):
    optimizer.zero_grad()
    F.cross_entropy(new(x), y4).backward()
    optimizer.step()
print(f"head only {(new(x).argmax(1) == y4).float().mean().item():.3f}", torch.equal(before, body[0].weight))
body.requires_grad_(True)
optimizer = torch.optim.Adam([{"params": body.parameters(), "lr": 1e-3}, {"params": new[1].parameters()}], lr=2e-2)
print([(len(g["params"]), g["lr"], g["betas"]) for g in optimizer.param_groups])
scheduler = torch.optim.lr_scheduler.MultiStepLR(optimizer, milestones=[10, 20], gamma=0.1)
for step in range(25):
    optimizer.zero_grad()
    loss = F.cross_entropy(new(x), y4)
    loss.backward()
    optimizer.step()
    scheduler.step()
print(f"both {(new(x).argmax(1) == y4).float().mean().item():.3f} loss {loss.item():.4f}", scheduler.get_last_lr())
optimizer.add_param_group({"params": [nn.Parameter(torch.zeros(1))], "lr": 1.0})
print(len(optimizer.param_groups), torch.equal(before, body[0].weight))
