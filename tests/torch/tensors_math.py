import torch

a = torch.tensor([[1.0, -2.0], [3.0, 4.0]])
b = torch.tensor([10.0, 20.0])
print(a + b, a - 1, 2 * a, a / b, a ** 2, -a, abs(a), a // 2, a % 3, 1 / b, 2 ** b)
print(a @ a, a.mm(a), a.matmul(b), b.dot(b), torch.mv(a, b), a.T, a.t())
print(a.exp(), a.abs().sqrt(), a.abs().log(), a.sin(), a.cos(), a.tanh(), a.sigmoid(), a.relu())
print(a.sum(), a.sum(0), a.sum(dim=1, keepdim=True), a.mean(), a.mean(1), a.max(), a.min(), a.prod())
print(a.max(dim=1), a.min(0), a.argmax(), a.argmax(dim=1), a.std(), a.var(0), a.norm())
print(a > 0, a == a, (a > 0).sum(), (a > 0).any(), (a > 0).all(), a.clamp(min=0), a.clamp(-1, 2), a.round())
print(torch.where(a > 0, a, torch.zeros_like(a)), torch.maximum(a, b), a.pow(3), a.floor(), a.ceil(), a.sign())
x = torch.ones(3)
x += 2
x.mul_(3).add_(1)
x[0] = 5
print(x, x.add(1), x.sub(1, alpha=2), torch.add(x, x), torch.mul(x, 2), torch.sub(x, 1), torch.div(x, 2))
print(torch.cumsum(x, 0), torch.sort(x), torch.topk(x, 2), torch.unique(torch.tensor([3, 1, 3])))
