import torch


def attempt(name, act):
    try:
        act()
    except Exception as error:
        print(name, type(error).__name__, error)


x = torch.ones(2, requires_grad=True)
attempt("vector", lambda: (x * 2).backward())
attempt("no grad", lambda: torch.ones(1).backward())
y = (x * x).sum()
y.backward()
attempt("twice", y.backward)


def leaf():
    x.add_(1)


attempt("leaf", leaf)


def changed():
    a = torch.ones(2, requires_grad=True)
    b = a.exp()
    b.add_(1)
    b.sum().backward()


attempt("version", changed)
attempt("numpy", lambda: x.numpy())
attempt("int grad", lambda: torch.tensor([1, 2], requires_grad=True))
attempt("bool", lambda: bool(torch.ones(2)))
attempt("item", lambda: torch.ones(2).item())
attempt("mm", lambda: torch.ones(2, 3) @ torch.ones(4, 5))
attempt("add", lambda: torch.ones(2, 3) + torch.ones(2, 4))
attempt("view", lambda: torch.ones(2, 3).view(4, 2))
attempt("noncontiguous", lambda: torch.ones(2, 3).t().view(6))
attempt("index", lambda: torch.ones(2)[5])
attempt("cat", lambda: torch.cat([torch.ones(2, 3), torch.ones(2, 2)]))
attempt("dim", lambda: torch.ones(2, 3).sum(5))
attempt("mean", lambda: torch.tensor([1, 2]).mean())
attempt("attribute", lambda: torch.ones(1).foo)
attempt("str", lambda: torch.ones(2) + "a")
attempt("grad shape", lambda: setattr(x, "grad", torch.ones(3)))
attempt("detach", lambda: x.detach().requires_grad_().sum().backward())
attempt("squeeze", lambda: torch.ones(2).squeeze(3))
attempt("stack", lambda: torch.stack([torch.ones(2), torch.ones(3)]))
attempt("dtype", lambda: torch.ones(2, 2) @ torch.ones(2, 2).long())
attempt("reshape", lambda: torch.ones(6).reshape(4, -1))
attempt("len", lambda: len(torch.tensor(1)))
attempt("wrong", lambda: torch.mm(torch.ones(2, 2), 3))
