"""Adamax."""

import torch
from .optimizer import Optimizer, check_betas, check_not_negative


class Adamax(Optimizer):
    r"""Adam with the largest gradient so far, slowly forgotten, in place of the average of squares.

    Formula: m \leftarrow \beta_1 m + (1 - \beta_1) g, \quad u \leftarrow \max(\beta_2 u, |g| + \epsilon), \quad
        w \leftarrow w - \frac{\eta}{1 - \beta_1^t} \frac{m}{u}
    Args:
        params: the parameters to move
        lr: learning rate
        betas: how slowly the average and the largest forget
        eps: keeps the division away from zero
        weight_decay: how much every weight is pulled towards zero
        maximize: whether to go up instead of down
    Paper: Kingma and Ba 2014, Adam: A Method for Stochastic Optimization
    Example:
        optim.Adamax([w], lr=0.1)
    """

    rule = "Adamax"

    def __init__(self, params, lr=2e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0, foreach=None, *, maximize=False,
                 differentiable=False, capturable=False):
        check_not_negative("learning rate", lr)
        check_not_negative("epsilon value", eps)
        check_betas(betas)
        check_not_negative("weight_decay value", weight_decay)
        super().__init__(params, dict(
            lr=lr, betas=betas, eps=eps, weight_decay=weight_decay, foreach=foreach, maximize=maximize,
            differentiable=differentiable, capturable=capturable,
        ))

    def update(self, param, grad, state, group):
        if not state:
            state["step"] = torch.tensor(0.0)
            state["exp_avg"] = torch.zeros_like(param)
            state["exp_inf"] = torch.zeros_like(param)
        beta1, beta2 = group["betas"]
        m, largest = state["exp_avg"], state["exp_inf"]
        state["step"] += 1
        if group["weight_decay"] != 0:
            grad = grad.add(param, alpha=group["weight_decay"])
        m.lerp_(grad, 1 - beta1)
        torch.maximum(largest.mul_(beta2), grad.abs().add_(group["eps"]), out=largest)
        correction = 1 - beta1 ** state["step"].item()
        param.addcdiv_(m, largest, value=-group["lr"] / correction)
