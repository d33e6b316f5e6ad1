# How the spread of the activations and gradients develops through ten layers, by kind of initial weights.
import torch
from torch import nn


def spread(init, activation, layers=10, width=64):
    torch.manual_seed(0)
    x = torch.randn(128, width)
    first = last = None
    linears = []
    for _ in range(layers):
        linear = nn.Linear(width, width, bias=False)
        init(linear.weight)
        linears.append(linear)
        x = activation(linear(x))
        first = x.std().item() if first is None else first
    x.pow(2).mean().backward()
    return first, x.std().item(), linears[0].weight.grad.std().item(), linears[-1].weight.grad.std().item()


gain = nn.init.calculate_gain
for name, init, activation in [
    ("small normal, tanh", lambda w: nn.init.normal_(w, std=0.01), torch.tanh),
    ("unit normal, tanh", lambda w: nn.init.normal_(w), torch.tanh),
    ("xavier, tanh", lambda w: nn.init.xavier_uniform_(w, gain=gain("tanh")), torch.tanh),
    ("xavier, sigmoid", nn.init.xavier_normal_, torch.sigmoid),
    ("kaiming, relu", lambda w: nn.init.kaiming_normal_(w, nonlinearity="relu"), torch.relu),
    ("kaiming uniform, leaky", lambda w: nn.init.kaiming_uniform_(w, a=0.1), lambda x: nn.functional.leaky_relu(x, 0.1)),
    ("orthogonal, relu", lambda w: nn.init.orthogonal_(w, gain=gain("relu")), torch.relu),
]:
    print(f"{name:24}", *(f"{v:.3e}" for v in spread(init, activation)))
print(gain("tanh"), gain("relu"), gain("leaky_relu", 0.2), gain("sigmoid"), gain("selu"))


def init_weights(m):
    if isinstance(m, nn.Linear):
        nn.init.constant_(m.weight, 0.5)
        nn.init.zeros_(m.bias)
    elif isinstance(m, nn.BatchNorm1d):
        nn.init.ones_(m.weight)


net = nn.Sequential(nn.Linear(2, 3), nn.BatchNorm1d(3), nn.Linear(3, 1)).apply(init_weights)
print([p.flatten().tolist() for p in net.parameters()])
w = torch.empty(4, 3)
print(nn.init.eye_(w), nn.init.dirac_(torch.empty(2, 2, 3))[0], nn.init.trunc_normal_(w, std=0.5, a=-0.5, b=0.5).abs().max() <= 0.5, nn.init.uniform_(w, 1, 2).min() >= 1)
same = nn.Sequential(nn.Linear(2, 3), nn.Tanh(), nn.Linear(3, 1)).apply(init_weights)
same(torch.ones(1, 2)).sum().backward()
print("equal weights get equal gradients:", (same[0].weight.grad == same[0].weight.grad[0]).all().item())
