# Where a tensor is used more than once, its gradients add up; where it is shared, detached or replaced, they don't.
import torch

x = torch.tensor(3.0, requires_grad=True)
y = x * x + 2 * x
y.backward()
print(x.grad)
(x * 5).backward()
print(x.grad)
x.grad.zero_()
(x.detach() * x).backward()
print(x.grad)
x.grad = None
a = x * 2
b = a.clone()
c = a.detach()
(a + b + c).backward()
print(x.grad)
w = torch.ones(2, 2, requires_grad=True)
for _ in range(3):
    w.sum().backward()
print(w.grad)
w.grad = None
row = w[0]
row_twice = row + row
row_twice.sum().backward()
print(w.grad, row.is_leaf, row.grad_fn.name())
v = torch.arange(3.0, requires_grad=True)
index = torch.tensor([0, 0, 2])
v[index].sum().backward()
print(v.grad)
u = torch.zeros(2, requires_grad=True)
z = torch.zeros(3)
z[:2] = u * 2
z[2] = 7
z.pow(2).sum().backward()
print(z, u.grad)
p, q = torch.tensor([1.0, 2.0], requires_grad=True), torch.tensor([[1.0], [2.0], [3.0]], requires_grad=True)
(p * q).sum().backward()
print(p.grad, q.grad)
s = torch.tensor(2.0, requires_grad=True)
t = s**2
(g,) = torch.autograd.grad(t, s, create_graph=True)
(t + g).backward()
print(g, s.grad)
outer = torch.tensor(1.0, requires_grad=True)
inner = outer
for _ in range(5):
    inner = inner - 0.1 * 2 * inner
inner.backward()
print(inner, outer.grad, 0.8**5)
m = torch.tensor([1.0, -1.0, 2.0], requires_grad=True)
m.register_hook(lambda g: g.clamp(-1, 1))
(m**3).sum().backward()
print(m.grad)
print(torch.autograd.grad(m.sum(), [m, x], allow_unused=True))
