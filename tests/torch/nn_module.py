import torch
from torch import nn
import torch.nn.functional as F


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(4, 8)
        self.drop = nn.Dropout(0.5)
        self.fc2 = nn.Linear(8, 3)
        self.scale = nn.Parameter(torch.ones(1))
        self.register_buffer("steps", torch.zeros(1))

    def forward(self, x):
        x = F.relu(self.fc1(x))
        x = self.drop(x)
        return self.fc2(x) * self.scale


torch.manual_seed(0)
net = Net()
print(net)
for name, parameter in net.named_parameters():
    print(name, tuple(parameter.shape), parameter.requires_grad)
print(sum(p.numel() for p in net.parameters()))
print(list(net.state_dict().keys()))
x = torch.randn(2, 4)
print(net(x))
net.eval()
print(net(x), net.training, net.fc1.training)
net.train()
out = net(x)
out.sum().backward()
print(net.fc2.bias.grad, net.scale.grad)
net.zero_grad()
print(net.fc2.bias.grad)
print([name for name, _ in net.named_modules()], [type(m).__name__ for m in net.children()])
net.apply(lambda m: nn.init.constant_(m.weight, 0.1) if isinstance(m, nn.Linear) else None)
print(net.fc1.weight[0])
other = Net()
print(other.load_state_dict(net.state_dict()))
print(torch.equal(other.fc1.weight, net.fc1.weight), net.fc1, net.fc1.in_features)
for p in net.fc1.parameters():
    p.requires_grad = False
print([p.requires_grad for p in net.parameters()])
print(net.double().fc1.weight.dtype, next(net.float().parameters()).dtype, net.steps)
print(isinstance(net.scale, nn.Parameter), net.scale, nn.Parameter(torch.zeros(2)))
try:
    net.missing
except AttributeError as error:
    print(error)
try:
    net(torch.ones(2, 5))
except RuntimeError as error:
    print(error)
