import torch
import torch.nn.functional as F

torch.manual_seed(0)
n = 100
a = torch.normal(mean=torch.full((n, 2), 1.0), std=1.0)
b = torch.normal(mean=torch.full((n, 2), -1.0), std=1.0)
x = torch.cat((a, b), 0).type(torch.FloatTensor)
y = torch.cat((torch.zeros(n), torch.ones(n)), 0).type(torch.LongTensor)
weight = torch.zeros(2, 2, requires_grad=True)
bias = torch.zeros(2, requires_grad=True)
for step in range(200):
    logits = x.mm(weight) + bias
    loss = F.cross_entropy(logits, y)
    loss.backward()
    for p in (weight, bias):
        p.data -= 0.5 * p.grad.data
        p.grad.data.zero_()
    if step % 40 == 0:
        accuracy = (logits.argmax(1) == y).sum().item() / y.nelement()
        print("step %3d loss %.4f accuracy %.3f" % (step, loss, accuracy))
values, indices = torch.max(F.softmax(logits, dim=1), 1)
print(values[:5], indices[:5], x.dtype, y.dtype, y.size(0))
print(weight.detach().numpy().shape, bias)
