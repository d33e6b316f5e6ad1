# The graph that backward walks, from the loss to the leaves.
import torch
from torch import nn

a = torch.tensor([2.0, 3.0], requires_grad=True)
b = torch.tensor([6.0, 4.0], requires_grad=True)
q = 3 * a**3 - b**2
print(q.grad_fn.name(), type(q.grad_fn).__name__)
for node, number in q.grad_fn.next_functions:
    print(node.name(), number, [(n.name() if n else None, k) for n, k in node.next_functions])
leaf = q.grad_fn.next_functions[1][0].next_functions[0][0]
print(leaf.name(), leaf.variable is b, type(leaf).__name__)


def walk(node, depth=0):
    if node is None:
        return
    extra = tuple(node.variable.shape) if hasattr(node, "variable") else ""
    print("  " * depth + type(node).__name__, extra)
    for child, _ in node.next_functions:
        walk(child, depth + 1)


torch.manual_seed(0)
net = nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.Linear(3, 1))
loss = nn.functional.mse_loss(net(torch.ones(4, 2)), torch.zeros(4, 1))
walk(loss.grad_fn)
print(a.grad_fn, a.is_leaf, q.is_leaf, q.requires_grad, q.detach().requires_grad, q.output_nr)
c = a * 2
c.retain_grad()
(c.sum() + c.detach().sum()).backward()
print(a.grad, c.grad, c.retains_grad)
with torch.no_grad():
    print((a * 2).grad_fn, (a * 2).requires_grad)
x = torch.ones(3)
x.requires_grad_()
y = x.unbind()[1] + x.split(1)[0] + x.max(0).values
walk(y.grad_fn)
