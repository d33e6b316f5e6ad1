import math

import torch
from torch import nn
from torch.nn.parameter import Parameter


class MyLinear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.in_features, self.out_features = in_features, out_features
        self.weight = Parameter(torch.empty(out_features, in_features))
        self.bias = Parameter(torch.zeros(out_features))
        nn.init.kaiming_uniform_(self.weight, a=math.sqrt(5))

    def forward(self, x):
        return x @ self.weight.T + self.bias

    def extra_repr(self):
        return f"in_features={self.in_features}, out_features={self.out_features}"


class Gate(nn.Module):
    def __init__(self, n):
        super().__init__()
        self.scale = nn.Parameter(torch.ones(n))
        self.register_parameter("missing", None)
        self.register_buffer("steps", torch.zeros((), dtype=torch.long))
        self.register_buffer("temporary", torch.zeros(2), persistent=False)

    def forward(self, x):
        self.steps += 1
        return x * torch.sigmoid(self.scale)


torch.manual_seed(0)
net = nn.Sequential(MyLinear(4, 3), nn.ReLU(), Gate(3))
print(net, net[0].weight)
net(torch.randn(2, 4)).sum().backward()
for name, parameter in net.named_parameters():
    print(name, tuple(parameter.shape), parameter.grad is not None, parameter.requires_grad)
print(dict(net.named_buffers()), list(net.state_dict()))
print([type(m).__name__ for m in net.modules()], [n for n, _ in net.named_children()], len(list(net.children())))
for p in net[0].parameters():
    p.requires_grad_(False)
print(sum(p.numel() for p in net.parameters() if p.requires_grad), isinstance(net[0].weight, torch.Tensor))
net.add_module("last", nn.Identity())
print(net.last, len(net), net.training, net.eval().training, net[2].steps.item())
net.double()
print(net[0].weight.dtype, net[2].steps.dtype, net.float()[0].bias.dtype)
