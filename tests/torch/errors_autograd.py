import copy

import torch
import torch.nn.functional as F
from torch import nn


def attempt(name, act):
    """What goes wrong: its kind and the first line of its message."""
    try:
        act()
        print(name, "- nothing")
    except Exception as error:
        print(f"{name} - {type(error).__name__}: {str(error).splitlines()[0]}")


x = torch.tensor([1.0, 2.0], requires_grad=True)


def second():
    y = (x * x).sum()
    y.backward()
    y.backward()


def in_place_version():
    y = x.exp()
    y += 1
    y.sum().backward()


def leaf():
    x.add_(1)


def leaf_view():
    x[0] = 1


def leaf_mul():
    x.mul_(2)


def sigmoid_changed():
    y = torch.sigmoid(x)
    y.mul_(2)
    y.sum().backward()


def set_non_leaf():
    y = x * 2
    y.requires_grad = False


attempt("non-scalar", lambda: (x * 2).backward())
attempt("no grad", lambda: torch.ones(2).sum().backward())
attempt("detached", lambda: (x * 2).sum().detach().backward())
attempt("twice", second)
attempt("version", in_place_version)
attempt("sigmoid changed", sigmoid_changed)
attempt("leaf", leaf)
attempt("leaf part", leaf_view)
attempt("leaf times", leaf_mul)
attempt("set on non-leaf", set_non_leaf)
attempt("numpy", lambda: x.numpy())
attempt("grad not leaf", lambda: torch.autograd.grad((x * 2).sum(), torch.ones(2)))
attempt("gradient shape", lambda: (x * 2).backward(torch.ones(3)))
attempt("grad wrong shape", lambda: setattr(x, "grad", torch.ones(3)))
attempt("grad wrong kind", lambda: setattr(x, "grad", 1.0))
attempt("item", lambda: (x * 2).item())
attempt("bool", lambda: bool(x > 1))
attempt("if", lambda: 1 if x > 1 else 0)
attempt("float", lambda: float(x))
attempt("int", lambda: int(torch.ones(2)))
attempt("len 0-d", lambda: len(torch.tensor(1)))
attempt("iterate 0-d", lambda: list(torch.tensor(1)))
attempt("retain_grad", lambda: torch.ones(2).retain_grad())
attempt("hook", lambda: torch.ones(2).register_hook(print))
attempt("deepcopy", lambda: copy.deepcopy(x * 2))
attempt("and", lambda: (x > 0) and (x < 1))
