# Learning to learn: the gradient goes through the steps of an inner optimization (as in MAML).
import torch
import torch.nn.functional as F
from torch.func import functional_call

torch.manual_seed(0)
model = torch.nn.Sequential(torch.nn.Linear(1, 16), torch.nn.Tanh(), torch.nn.Linear(16, 1))
outer = torch.optim.Adam(model.parameters(), lr=0.01)


def task():
    phase, size = torch.rand(2).tolist()
    x = torch.rand(10, 1) * 4 - 2
    return (lambda x: (size + 0.5) * torch.sin(x + 3 * phase)), x


for step in range(25):
    outer.zero_grad()
    total = 0.0
    for _ in range(4):
        target, x = task()
        weights = dict(model.named_parameters())
        loss = F.mse_loss(functional_call(model, weights, (x,)), target(x))
        grads = torch.autograd.grad(loss, tuple(weights.values()), create_graph=True)
        adapted = {name: w - 0.1 * g for (name, w), g in zip(weights.items(), grads)}
        fresh = torch.rand(10, 1) * 4 - 2
        after = F.mse_loss(functional_call(model, adapted, (fresh,)), target(fresh))
        (after / 4).backward()
        total += after.item() / 4
    outer.step()
    if step % 8 == 0:
        print(step, f"{total:.4f}")
rate = torch.tensor(0.1, requires_grad=True)
w = torch.tensor([2.0, -1.0])
for _ in range(4):
    w = w - rate * 2 * w * torch.tensor([1.0, 3.0])
loss = (w**2 * torch.tensor([1.0, 3.0])).sum()
print(loss, torch.autograd.grad(loss, rate))
