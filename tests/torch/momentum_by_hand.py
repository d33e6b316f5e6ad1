# SGD, momentum, RMSprop and Adam written out, against the optimizers.
import torch

torch.manual_seed(0)
a = torch.randn(5, 5)
a = a @ a.T / 5 + torch.eye(5)
b = torch.randn(5)


def f(w):
    return 0.5 * w @ a @ w - b @ w


def by_hand(rule, steps=20):
    w = torch.zeros(5, requires_grad=True)
    state = {}
    for t in range(1, steps + 1):
        (g,) = torch.autograd.grad(f(w), w)
        with torch.no_grad():
            w -= rule(g, state, t)
    return w.detach()


def momentum(g, s, t):
    s["v"] = 0.9 * s["v"] + g if "v" in s else g.clone()
    return 0.05 * s["v"]


def rmsprop(g, s, t):
    s["s"] = 0.99 * s.get("s", 0) + 0.01 * g**2
    return 0.05 * g / (s["s"].sqrt() + 1e-8)


def adam(g, s, t):
    s["m"] = 0.9 * s.get("m", 0) + 0.1 * g
    s["v"] = 0.999 * s.get("v", 0) + 0.001 * g**2
    return 0.05 * (s["m"] / (1 - 0.9**t)) / ((s["v"] / (1 - 0.999**t)).sqrt() + 1e-8)


def built_in(make, steps=20):
    w = torch.zeros(5, requires_grad=True)
    optimizer = make([w])
    for _ in range(steps):
        optimizer.zero_grad()
        f(w).backward()
        optimizer.step()
    return w.detach()


for name, rule, make in [
    ("momentum", momentum, lambda p: torch.optim.SGD(p, lr=0.05, momentum=0.9)),
    ("rmsprop", rmsprop, lambda p: torch.optim.RMSprop(p, lr=0.05)),
    ("adam", adam, lambda p: torch.optim.Adam(p, lr=0.05)),
]:
    mine, theirs = by_hand(rule), built_in(make)
    print(name, mine, torch.allclose(mine, theirs, atol=1e-5), f"{f(theirs).item():.5f}")
print("best", torch.linalg.solve(a, b), f"{f(torch.linalg.solve(a, b)).item():.5f}")
