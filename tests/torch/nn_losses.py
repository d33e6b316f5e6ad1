import torch
from torch import nn
import torch.nn.functional as F

torch.manual_seed(0)
x = torch.randn(4, 3, requires_grad=True)
y = torch.randn(4, 3)
labels = torch.tensor([0, 2, 1, 2])
binary = torch.tensor([[0.0, 1, 0], [1, 1, 0], [0, 0, 1], [1, 0, 0]])
losses = {
    "mse": nn.MSELoss()(x, y),
    "mse sum": nn.MSELoss(reduction="sum")(x, y),
    "l1": nn.L1Loss()(x, y),
    "smooth": nn.SmoothL1Loss()(x, y),
    "huber": nn.HuberLoss()(x, y),
    "ce": nn.CrossEntropyLoss()(x, labels),
    "ce weight": nn.CrossEntropyLoss(weight=torch.tensor([1.0, 2.0, 3.0]))(x, labels),
    "ce smooth": nn.CrossEntropyLoss(label_smoothing=0.1)(x, labels),
    "nll": nn.NLLLoss()(F.log_softmax(x, dim=1), labels),
    "bce": nn.BCELoss()(torch.sigmoid(x), binary),
    "bce logits": nn.BCEWithLogitsLoss()(x, binary),
    "kl": F.kl_div(F.log_softmax(x, 1), F.softmax(y, 1), reduction="batchmean"),
    "hinge": F.relu(1 - x * (2 * binary - 1)).mean(),
}
for name, loss in losses.items():
    x.grad = None
    loss.backward(retain_graph=True)
    print(name, loss, x.grad[0])
print(nn.MSELoss(reduction="none")(x, y))
for bad in (lambda: F.cross_entropy(x, torch.tensor([0, 1, 2, 5])), lambda: F.cross_entropy(x, torch.ones(4)), lambda: nn.BCELoss()(x * 10, binary)):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
