"""Averaged stochastic gradient descent."""

import torch
from .optimizer import Optimizer, check_not_negative


class ASGD(Optimizer):
    r"""Gradient descent with a falling rate, which also keeps the average of where it has been.

    Formula: w \leftarrow (1 - \lambda \eta_t) w - \eta_t g, \quad \bar w \leftarrow \bar w + \mu_t (w - \bar w)
    Args:
        params: the parameters to move
        lr: learning rate
        lambd: decay term
        alpha: power with which the rate falls
        t0: step at which the averaging starts
        weight_decay: how much every weight is pulled towards zero
        maximize: whether to go up instead of down
    Paper: Polyak and Juditsky 1992, Acceleration of stochastic approximation by averaging
    Example:
        optim.ASGD([w], lr=0.1)
    """

    def __init__(self, params, lr=1e-2, lambd=1e-4, alpha=0.75, t0=1e6, weight_decay=0, foreach=None, maximize=False,
                 differentiable=False, capturable=False):
        check_not_negative("learning rate", lr)
        check_not_negative("weight_decay value", weight_decay)
        super().__init__(params, dict(
            lr=lr, lambd=lambd, alpha=alpha, t0=t0, weight_decay=weight_decay, foreach=foreach, maximize=maximize,
            differentiable=differentiable, capturable=capturable,
        ))

    def update(self, param, grad, state, group):
        if not state:
            state["step"] = torch.tensor(0.0)
            state["eta"] = torch.tensor(group["lr"])
            state["mu"] = torch.ones(())
            state["ax"] = torch.zeros_like(param)
        state["step"] += 1
        t, eta, average = state["step"].item(), state["eta"].item(), state["ax"]
        if group["weight_decay"] != 0:
            grad = grad.add(param, alpha=group["weight_decay"])
        param.mul_(1 - group["lambd"] * eta)
        param.add_(grad, alpha=-eta)
        if state["mu"].item() != 1:
            average.add_((param - average) * state["mu"])
        else:
            average.copy_(param)
        state["eta"].fill_(group["lr"] / (1 + group["lambd"] * group["lr"] * t) ** group["alpha"])
        state["mu"].fill_(1 / max(1, t - group["t0"]))
