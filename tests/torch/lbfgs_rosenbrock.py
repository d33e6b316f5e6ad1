import torch

point = torch.tensor([-1.5, 2.0], dtype=torch.double, requires_grad=True)


def rosenbrock(p):
    x, y = p
    return (1 - x) ** 2 + 100 * (y - x**2) ** 2


optimizer = torch.optim.LBFGS([point], lr=1, max_iter=5, history_size=10, line_search_fn="strong_wolfe")


def closure():
    optimizer.zero_grad()
    loss = rosenbrock(point)
    loss.backward()
    return loss


for step in range(8):
    loss = optimizer.step(closure)
    print(step, f"{loss.item():.6f}", [round(v, 4) for v in point.tolist()])
print(point, point.dtype, point.grad.abs().max() < 1e-3)
