import torch

for name, options in [
    ("SGD", {"lr": 0.1}), ("SGD", {"lr": 0.1, "momentum": 0.9, "nesterov": True}), ("Adam", {"lr": 0.1}),
    ("AdamW", {"lr": 0.1}), ("RMSprop", {"lr": 0.05}), ("Adagrad", {"lr": 0.5}), ("Adadelta", {}), ("Adamax", {"lr": 0.1}),
    ("NAdam", {"lr": 0.1}), ("RAdam", {"lr": 0.1}), ("Rprop", {}), ("ASGD", {"lr": 0.1}),
]:
    x = torch.tensor([3.0, -2.0], requires_grad=True)
    optimizer = getattr(torch.optim, name)([x], **options)
    for _ in range(10):
        optimizer.zero_grad()
        loss = (x ** 2).sum() + x.prod()
        loss.backward()
        optimizer.step()
    print(name, options, x.detach())
    print(optimizer)
x = torch.tensor([3.0, -2.0], requires_grad=True)
optimizer = torch.optim.LBFGS([x])


def closure():
    optimizer.zero_grad()
    loss = ((x - 1) ** 4).sum()
    loss.backward()
    return loss


print(optimizer.step(closure), x)
for bad in (lambda: torch.optim.SGD([], lr=0.1), lambda: torch.optim.SGD([x], lr=-1), lambda: torch.optim.Adam([x * 2])):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
