# One outlier: what each loss makes of it, in value and in slope.
import torch
import torch.nn.functional as F
from torch import nn

error = torch.tensor([-4.0, -1.0, -0.1, 0.0, 0.5, 2.0], requires_grad=True)
zero = torch.zeros(6)
for name, loss in {
    "mse": nn.MSELoss(reduction="none"), "l1": nn.L1Loss(reduction="none"), "huber": nn.HuberLoss(reduction="none", delta=1.5),
    "smooth": nn.SmoothL1Loss(reduction="none", beta=0.5), "log cosh": lambda a, b: torch.log(torch.cosh(a - b)),
    "quantile": lambda a, b: torch.maximum(0.9 * (b - a), -0.1 * (b - a)), "epsilon": lambda a, b: ((a - b).abs() - 0.3).relu(),
}.items():
    value = loss(error, zero)
    (slope,) = torch.autograd.grad(value.sum(), error)
    print(f"{name:9}", [f"{v:.3f}" for v in value.tolist()], [f"{s:.2f}" for s in slope.tolist()])
torch.manual_seed(0)
x = torch.linspace(0, 1, 20)
y = 2 * x + 1 + 0.05 * torch.randn(20)
y[3] += 8
for name, criterion in {"mse": F.mse_loss, "l1": F.l1_loss, "huber": F.huber_loss, "smooth": F.smooth_l1_loss}.items():
    w = torch.zeros(2, requires_grad=True)
    optimizer = torch.optim.Adam([w], lr=0.1)
    for _ in range(150):
        optimizer.zero_grad()
        criterion(w[0] * x + w[1], y).backward()
        optimizer.step()
    print(name, [f"{v:.2f}" for v in w.tolist()])
logits = torch.tensor([[2.0, -1.0, 0.5], [0.1, 0.2, -3.0]], requires_grad=True)
target = torch.tensor([0, 2])


def focal(logits, target, gamma=2.0):
    ce = F.cross_entropy(logits, target, reduction="none")
    return ((1 - torch.exp(-ce)) ** gamma * ce).mean()


print(focal(logits, target), F.cross_entropy(logits, target), F.cross_entropy(logits, target, weight=torch.tensor([1.0, 1.0, 5.0])))
print(F.multi_margin_loss(logits, target), F.gaussian_nll_loss(torch.ones(2), torch.zeros(2), torch.tensor([0.5, 2.0])), F.poisson_nll_loss(torch.tensor([0.1]), torch.tensor([2.0])))
print(nn.BCEWithLogitsLoss(pos_weight=torch.tensor([3.0]))(logits[:, :1], torch.ones(2, 1)), F.soft_margin_loss(logits[0], torch.tensor([1.0, -1.0, 1.0])))
