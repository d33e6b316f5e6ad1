# Newton's method with the Hessian that autograd gives.
import torch
from torch.autograd.functional import hessian, hvp, jacobian, jvp, vjp


def rosenbrock(v):
    x, y = v
    return (1 - x) ** 2 + 100 * (y - x**2) ** 2


v = torch.tensor([-1.2, 1.0], dtype=torch.float64)
for step in range(7):
    g = jacobian(rosenbrock, v)
    h = hessian(rosenbrock, v)
    print(step, f"{rosenbrock(v).item():.3e}", v.tolist() if step < 3 else "")
    v = v - torch.linalg.solve(h, g)
print(h)


def polar(r, a):
    return r * torch.cos(a), r * torch.sin(a)


point = (torch.tensor(2.0), torch.tensor(0.5))
print(jacobian(polar, point))


def softmax(x):
    return torch.softmax(x, dim=0)


x = torch.tensor([1.0, 2.0, 3.0])
j = jacobian(softmax, x)
p = softmax(x)
print(j, torch.allclose(j, torch.diag(p) - torch.outer(p, p)))
out, pulled = torch.autograd.functional.vjp(softmax, x, torch.tensor([1.0, 0.0, 0.0]))
print(out, pulled)
print(jvp(softmax, x, torch.tensor([0.0, 1.0, 0.0])))
print(hvp(lambda x: (x**3).sum(), x, torch.ones(3)))
j = jacobian(softmax, x.requires_grad_(), create_graph=True)
print(j.trace().grad_fn is not None, torch.autograd.grad(j.trace(), x))
