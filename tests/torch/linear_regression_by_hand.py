import torch

torch.manual_seed(1)
x = torch.linspace(-1, 1, 20).view(-1, 1)
y = 3 * x + 0.5 + 0.1 * torch.randn(x.size())
w = torch.randn(1, requires_grad=True)
b = torch.zeros(1, requires_grad=True)
learning_rate = 0.1
for step in range(200):
    prediction = x * w + b
    loss = ((prediction - y) ** 2).mean()
    loss.backward()
    with torch.no_grad():
        w -= learning_rate * w.grad
        b -= learning_rate * b.grad
        w.grad.zero_()
        b.grad = None
    if (step + 1) % 50 == 0:
        print(step + 1, loss.item(), w.item(), b.data)
print(w, b, loss, w.grad, w.is_leaf, prediction.requires_grad)
design = torch.cat([x, torch.ones_like(x)], dim=1)
solution = torch.linalg.lstsq(design, y).solution
normal = torch.inverse(design.t() @ design) @ design.t() @ y
print(solution, normal, torch.allclose(solution, normal, atol=1e-5))
