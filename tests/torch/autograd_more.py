import torch
from torch.autograd import Function, Variable


class Square(Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x * x

    @staticmethod
    def backward(ctx, grad):
        (x,) = ctx.saved_tensors
        return 2 * x * grad


x = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
y = Square.apply(x)
print(y)
y.sum().backward()
print(x.grad)


class Scale(Function):
    @staticmethod
    def forward(ctx, x, factor):
        ctx.factor = factor
        return x * factor

    @staticmethod
    def backward(ctx, grad):
        return grad * ctx.factor, None


z = torch.ones(2, requires_grad=True)
Scale.apply(z, 5).sum().backward()
print(z.grad)

h = torch.ones(2, requires_grad=True)
handle = h.register_hook(lambda grad: grad * 10)
(h * 3).sum().backward()
print(h.grad)
handle.remove()
h.grad = None
(h * 3).sum().backward()
print(h.grad)


@torch.no_grad()
def predict(v):
    return v * 2


print(predict(h).requires_grad, torch.is_grad_enabled())
with torch.no_grad():
    print((h * 2).requires_grad, torch.is_grad_enabled())
    with torch.enable_grad():
        print((h * 2).requires_grad)
with torch.inference_mode():
    print((h * 2).requires_grad)
torch.set_grad_enabled(False)
print((h * 2).requires_grad)
torch.set_grad_enabled(True)
v = Variable(torch.ones(2), requires_grad=True)
(v * v).sum().backward()
print(v.grad)
print(torch.autograd.functional.jacobian(lambda t: t ** 2, torch.tensor([1.0, 2.0])))
print(torch.autograd.functional.vjp(lambda t: (t ** 2).sum(), torch.tensor([1.0, 2.0])))
print(torch.autograd.functional.hessian(lambda t: (t ** 3).sum(), torch.tensor([1.0, 2.0])))
print(torch.autograd.gradcheck(lambda t: t.exp(), torch.ones(2, dtype=torch.float64, requires_grad=True)))
a = torch.ones(2, requires_grad=True)
b = torch.ones(2, requires_grad=True)
print(torch.autograd.grad((a * 2).sum(), [a, b], allow_unused=True))
loss = (a * b).sum()
loss.backward(retain_graph=True)
loss.backward()
print(a.grad)
