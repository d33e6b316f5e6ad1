# Checking a gradient against differences, and gradcheck for a function of one's own.
import torch
from torch.autograd import Function, gradcheck, gradgradcheck

torch.manual_seed(0)


def f(w):
    return (w.tanh() ** 2).sum() + (w[0] * w[1]).exp()


w = torch.randn(4, dtype=torch.float64, requires_grad=True)
f(w).backward()
h = 1e-6
numeric = torch.stack([(f(w.detach() + h * e) - f(w.detach() - h * e)) / (2 * h) for e in torch.eye(4, dtype=torch.float64)])
print(w.grad, torch.allclose(w.grad, numeric, atol=1e-8))
relative = (w.grad - numeric).abs() / (w.grad.abs() + numeric.abs())
print(bool(relative.max() < 1e-7))


class Swish(Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x * torch.sigmoid(x)

    @staticmethod
    def backward(ctx, grad):
        (x,) = ctx.saved_tensors
        s = torch.sigmoid(x)
        return grad * (s + x * s * (1 - s))


class Wrong(Swish):
    @staticmethod
    def backward(ctx, grad):
        (x,) = ctx.saved_tensors
        return grad * torch.sigmoid(x)


x = torch.randn(3, 2, dtype=torch.float64, requires_grad=True)
print(gradcheck(Swish.apply, (x,)), gradgradcheck(Swish.apply, (x,)), gradgradcheck(torch.tanh, (x,)))
print(gradcheck(Wrong.apply, (x,), raise_exception=False))
try:
    gradcheck(Wrong.apply, (x,))
except RuntimeError as error:
    print(str(error).split("\n")[0])
print(torch.allclose(Swish.apply(x), torch.nn.functional.silu(x)), Swish.apply(x).grad_fn.name())
for h in (1e-1, 1e-3, 1e-5):
    slope = (torch.sin(torch.tensor(1.0) + h) - torch.sin(torch.tensor(1.0) - h)) / (2 * h)
    print(h, abs(slope.item() - torch.cos(torch.tensor(1.0)).item()) < 1e-2)
(g,) = torch.autograd.grad(f(w), w, create_graph=True)
(gg,) = torch.autograd.grad(g.sum(), w)
print(gg)
