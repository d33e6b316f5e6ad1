# What older scripts write, and what it is today.
import torch
import torch.nn.functional as F
from torch import nn
from torch.autograd import Variable

x = Variable(torch.tensor([-1.0, 0.5, 2.0]), requires_grad=True)
print(torch.equal(F.sigmoid(x), torch.sigmoid(x)), torch.equal(F.tanh(x), x.tanh()))
y = (F.sigmoid(x) * F.tanh(x)).sum()
y.backward()
print(x.grad.data, x.data.numpy(), y.data.item())
w = torch.FloatTensor(2, 3).uniform_(0, 0).add_(1)
print(w, torch.Tensor([[1, 2], [3, 4]]).type(), torch.LongTensor([1, 2]).float().dtype)
net = nn.Sequential()
net.add_module("fc", nn.Linear(3, 2))
net.add_module("act", nn.Softmax(dim=1))
print(net, len(net), net.fc.in_features)
torch.manual_seed(0)
nn.init.constant_(net.fc.weight.data, 0.1)
net.fc.bias.data.fill_(0)
out = net(w)
print(out, out.data.max(1)[1], out.data.max(1, keepdim=True)[1].eq(torch.zeros(2, 1).long()).sum())
optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
loss = nn.NLLLoss()(torch.log(out), Variable(torch.LongTensor([0, 1])))
net.zero_grad()
loss.backward()
for p in net.parameters():
    p.data.sub_(p.grad.data * 0.1)
print(net.fc.weight.data, net.fc.bias.grad.data.abs().sum())
for group in optimizer.param_groups:
    group["lr"] *= 0.5
print(optimizer.param_groups[0]["lr"], w.cpu().clone().numpy().shape, x.size(0), x.nelement())
torch.nn.utils.clip_grad_norm_(net.parameters(), 0.01)
print(f"{sum(p.grad.norm() ** 2 for p in net.parameters()).sqrt().item():.4f}")
