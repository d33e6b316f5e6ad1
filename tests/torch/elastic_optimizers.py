# One valley, every optimizer: the same start, ten steps, the place reached.
import torch

torch.manual_seed(0)


def valley(v):
    return v[0] ** 2 + 10 * v[1] ** 2 + (v[0] * v[1]).sin()


optimizers = {
    "SGD": lambda p: torch.optim.SGD(p, lr=0.02),
    "heavy": lambda p: torch.optim.SGD(p, lr=0.02, momentum=0.9, dampening=0.1),
    "nesterov": lambda p: torch.optim.SGD(p, lr=0.02, momentum=0.9, nesterov=True, weight_decay=0.1),
    "Adam": lambda p: torch.optim.Adam(p, lr=0.1),
    "amsgrad": lambda p: torch.optim.Adam(p, lr=0.1, amsgrad=True, betas=(0.8, 0.9)),
    "AdamW": lambda p: torch.optim.AdamW(p, lr=0.1, weight_decay=0.5),
    "Adamax": lambda p: torch.optim.Adamax(p, lr=0.1),
    "NAdam": lambda p: torch.optim.NAdam(p, lr=0.1),
    "RAdam": lambda p: torch.optim.RAdam(p, lr=0.1),
    "Adagrad": lambda p: torch.optim.Adagrad(p, lr=0.5),
    "Adadelta": lambda p: torch.optim.Adadelta(p, lr=1.0),
    "RMSprop": lambda p: torch.optim.RMSprop(p, lr=0.05, momentum=0.5, centered=True),
    "Rprop": lambda p: torch.optim.Rprop(p, lr=0.1),
    "ASGD": lambda p: torch.optim.ASGD(p, lr=0.02),
    "Adafactor": lambda p: torch.optim.Adafactor(p, lr=0.1),
    "LBFGS": lambda p: torch.optim.LBFGS(p, lr=0.5, max_iter=1),
    "up": lambda p: torch.optim.SGD(p, lr=0.001, maximize=True),
}
for name, make in optimizers.items():
    v = torch.tensor([2.0, 1.0], requires_grad=True)
    optimizer = make([v])

    def closure():
        optimizer.zero_grad()
        loss = valley(v)
        loss.backward()
        return loss

    for _ in range(10):
        loss = optimizer.step(closure)
    print(f"{name:9} {v[0].item():8.4f} {v[1].item():8.4f} {loss.item():9.4f} {sorted(optimizer.state[v])[:3]}")
