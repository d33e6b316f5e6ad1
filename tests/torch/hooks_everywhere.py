import torch
from torch import nn

torch.manual_seed(0)
model = nn.Sequential(nn.Linear(3, 4), nn.ReLU(), nn.Linear(4, 2))
activations, gradients = {}, {}


def keep(name):
    def hook(module, inputs, output):
        activations[name] = output.detach()

    return hook


def keep_gradient(name):
    def hook(module, grad_input, grad_output):
        gradients[name] = [None if g is None else tuple(g.shape) for g in grad_input], tuple(grad_output[0].shape)

    return hook


handles = [m.register_forward_hook(keep(n)) for n, m in model.named_children()]
handles += [m.register_full_backward_hook(keep_gradient(n)) for n, m in model.named_children()]
handles.append(model.register_forward_pre_hook(lambda m, args: print("in", args[0].shape)))
x = torch.randn(5, 3)
out = model(x)
out.sum().backward()
print({k: tuple(v.shape) for k, v in activations.items()}, gradients)
for handle in handles:
    handle.remove()
activations.clear()
model(x)
print(activations)
y = torch.tensor([1.0, 2.0], requires_grad=True)
z = y * 3
z.retain_grad()
z.register_hook(lambda g: print("z", g))
h = y.register_hook(lambda g: g * 10)
(z**2).sum().backward()
print(y.grad, z.grad, z.is_leaf)
h.remove()
y.grad = None
(y * 2).sum().backward()
print(y.grad)
double = nn.Linear(2, 2).register_forward_hook(lambda m, i, o: o * 2)
print(type(double).__name__)
w = torch.ones(2, requires_grad=True)
w.register_post_accumulate_grad_hook(lambda p: print("done", p.grad))
(w * 4).sum().backward()
