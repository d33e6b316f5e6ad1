# Parameters, buffers and plain attributes: what moves, what is saved, what is trained.
import torch
from torch import nn


class Tracker(nn.Module):
    def __init__(self):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(2))
        self.frozen = nn.Parameter(torch.full((2,), 5.0), requires_grad=False)
        self.register_buffer("mean", torch.zeros(2))
        self.register_buffer("scratch", torch.zeros(1), persistent=False)
        self.register_parameter("absent", None)
        self.plain = torch.ones(3)
        self.steps = 0
        self.layers = nn.ParameterList([nn.Parameter(torch.zeros(1)), nn.Parameter(torch.ones(1))])
        self.table = nn.ParameterDict({"a": nn.Parameter(torch.tensor([0.5]))})

    def forward(self, x):
        self.steps += 1
        if self.training:
            self.mean.mul_(0.9).add_(0.1 * x.detach().mean(0))
        return (x - self.mean) * self.weight + self.frozen + sum(self.layers) + self.table["a"]


model = Tracker()
print([name for name, _ in model.named_parameters()])
print([name for name, _ in model.named_buffers()], list(model.state_dict()))
optimizer = torch.optim.SGD([p for p in model.parameters() if p.requires_grad], lr=0.1)
for _ in range(3):
    loss = model(torch.tensor([[1.0, 2.0], [3.0, 4.0]])).square().mean()
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
print(model.weight, model.frozen.grad, model.mean, model.steps, model.plain.requires_grad, model.absent)
twin = Tracker()
twin.load_state_dict(model.state_dict())
print(torch.equal(twin.weight, model.weight), twin.steps, twin.scratch, twin.mean)
print(model, len(model.layers), list(model.table.keys()))
model.double()
print(model.weight.dtype, model.mean.dtype, model.plain.dtype)
model.weight = nn.Parameter(torch.zeros(2))
try:
    model.weight = torch.zeros(2)
except TypeError as error:
    print(error)
del model.scratch
print(hasattr(model, "scratch"), "weight" in dict(model.named_parameters()), model.get_parameter("table.a"))
print(nn.utils.parameters_to_vector(twin.parameters()), sum(p.numel() for p in twin.parameters() if p.requires_grad))
twin.requires_grad_(False)
print([p.requires_grad for p in twin.parameters()], twin.eval().training)
nn.utils.vector_to_parameters(torch.arange(7.0), twin.parameters())
print(twin.weight, twin.frozen, twin.table["a"])
