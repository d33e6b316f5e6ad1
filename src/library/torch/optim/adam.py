"""Adam."""

import torch
from .optimizer import Optimizer, check_betas, check_not_negative


class Adam(Optimizer):
    r"""Moves every number by its average gradient divided by the gradient's usual size: about lr a step for each.

    Formula: m \leftarrow \beta_1 m + (1 - \beta_1) g, \quad v \leftarrow \beta_2 v + (1 - \beta_2) g^2, \quad
        w \leftarrow w - \eta\, \frac{m / (1 - \beta_1^t)}{\sqrt{v / (1 - \beta_2^t)} + \epsilon}
    Args:
        params: the parameters to move
        lr: learning rate, about how far each number goes in one step
        betas: how slowly the averages of gradient and squared gradient forget
        eps: keeps the division away from zero
        weight_decay: how much every weight is pulled towards zero
        amsgrad: whether to divide by the largest size so far
        maximize: whether to go up instead of down
        decoupled_weight_decay: whether the pull bypasses the averages, as in AdamW
    Paper: Kingma and Ba 2014, Adam: A Method for Stochastic Optimization
    Example:
        optim.Adam([w], lr=0.1)
    """

    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0, amsgrad=False, *, foreach=None,
                 maximize=False, capturable=False, differentiable=False, fused=None, decoupled_weight_decay=False):
        check_not_negative("learning rate", lr)
        check_not_negative("epsilon value", eps)
        check_betas(betas)
        check_not_negative("weight_decay value", weight_decay)
        super().__init__(params, dict(
            lr=lr, betas=betas, eps=eps, weight_decay=weight_decay, amsgrad=amsgrad, maximize=maximize,
            foreach=foreach, capturable=capturable, differentiable=differentiable, fused=fused,
            decoupled_weight_decay=decoupled_weight_decay,
        ))

    rule = "Adam"

    def update(self, param, grad, state, group):
        if not state:
            state["step"] = torch.tensor(0.0)
            state["exp_avg"] = torch.zeros_like(param)
            state["exp_avg_sq"] = torch.zeros_like(param)
            if group["amsgrad"]:
                state["max_exp_avg_sq"] = torch.zeros_like(param)
        lr, (beta1, beta2) = group["lr"], group["betas"]
        m, v = state["exp_avg"], state["exp_avg_sq"]
        state["step"] += 1
        t = state["step"].item()

        if group["weight_decay"] != 0:
            if group["decoupled_weight_decay"]:
                param.mul_(1 - lr * group["weight_decay"])
            else:
                grad = grad.add(param, alpha=group["weight_decay"])

        m.lerp_(grad, 1 - beta1)
        v.mul_(beta2).addcmul_(grad, grad, value=1 - beta2)

        # Both averages started at zero: the corrections undo that.
        correction1 = 1 - beta1**t
        correction2 = 1 - beta2**t
        if group["amsgrad"]:
            largest = state["max_exp_avg_sq"]
            torch.maximum(largest, v, out=largest)
            v = largest
        size = (v.sqrt() / correction2**0.5).add_(group["eps"])
        param.addcdiv_(m, size, value=-lr / correction1)
