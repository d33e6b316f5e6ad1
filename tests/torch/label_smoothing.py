# Label smoothing three ways: the argument, soft targets, and the formula.
import torch
import torch.nn.functional as F
from torch import nn

torch.manual_seed(0)
logits = torch.randn(6, 4, requires_grad=True)
target = torch.tensor([0, 1, 2, 3, 1, 0])
eps = 0.1
built_in = nn.CrossEntropyLoss(label_smoothing=eps)(logits, target)
soft = F.one_hot(target, 4).float() * (1 - eps) + eps / 4
by_targets = F.cross_entropy(logits, soft)
log_p = F.log_softmax(logits, dim=1)
nll = -log_p.gather(1, target[:, None]).squeeze(1)
by_hand = ((1 - eps) * nll - eps * log_p.mean(1)).mean()
print(built_in, by_targets, by_hand)
grads = [torch.autograd.grad(loss, logits, retain_graph=True)[0] for loss in (built_in, by_targets, by_hand)]
print(torch.allclose(grads[0], grads[1], atol=1e-6), torch.allclose(grads[0], grads[2], atol=1e-6))
print(grads[0].sum(1).abs().max() < 1e-6)
for eps in (0.0, 0.1, 0.5):
    torch.manual_seed(1)
    model = nn.Linear(3, 4)
    x = torch.randn(6, 3)
    optimizer = torch.optim.SGD(model.parameters(), lr=1.0)
    for _ in range(100):
        optimizer.zero_grad()
        F.cross_entropy(model(x), target, label_smoothing=eps).backward()
        optimizer.step()
    p = model(x).softmax(1)
    print(eps, f"largest probability {p.max().item():.3f}", f"weights {model.weight.norm().item():.3f}")
ignored = target.clone()
ignored[::2] = -100
print(F.cross_entropy(logits, ignored, label_smoothing=0.2), F.cross_entropy(logits, ignored, label_smoothing=0.2, reduction="none"))
