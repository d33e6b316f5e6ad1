"""RAdam."""

import torch
from .optimizer import Optimizer, check_betas, check_not_negative


class RAdam(Optimizer):
    r"""Adam that trusts its estimate of the gradient's size only once there have been enough gradients.

    Formula: \rho_t = \rho_\infty - \frac{2 t \beta_2^t}{1 - \beta_2^t}, \quad
        w \leftarrow w - \eta\, \hat m\, r_t \frac{\sqrt{1 - \beta_2^t}}{\sqrt{v} + \epsilon}
        \text{ if } \rho_t > 5, \text{ else } w - \eta\, \hat m
    Args:
        params: the parameters to move
        lr: learning rate
        betas: how slowly the averages of gradient and squared gradient forget
        eps: keeps the division away from zero
        weight_decay: how much every weight is pulled towards zero
        decoupled_weight_decay: whether the pull bypasses the averages
        maximize: whether to go up instead of down
    Paper: Liu et al. 2019, On the Variance of the Adaptive Learning Rate and Beyond
    Example:
        optim.RAdam([w], lr=0.1)
    """

    rule = "RAdam"

    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0, decoupled_weight_decay=False, *,
                 foreach=None, maximize=False, capturable=False, differentiable=False):
        check_not_negative("learning rate", lr)
        check_not_negative("epsilon value", eps)
        check_betas(betas)
        check_not_negative("weight_decay value", weight_decay)
        super().__init__(params, dict(
            lr=lr, betas=betas, eps=eps, weight_decay=weight_decay, maximize=maximize, foreach=foreach,
            capturable=capturable, decoupled_weight_decay=decoupled_weight_decay, differentiable=differentiable,
        ))

    def update(self, param, grad, state, group):
        if not state:
            state["step"] = torch.tensor(0.0)
            state["exp_avg"] = torch.zeros_like(param)
            state["exp_avg_sq"] = torch.zeros_like(param)
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
        mean = m / (1 - beta1**t)

        # How many gradients the average of squares is worth, now and in the end.
        correction2 = 1 - beta2**t
        rho_end = 2 / (1 - beta2) - 1
        rho = rho_end - 2 * t * beta2**t / correction2
        if rho > 5.0:
            trust = ((rho - 4) * (rho - 2) * rho_end / ((rho_end - 4) * (rho_end - 2) * rho)) ** 0.5
            param.add_(mean * lr * (correction2**0.5 / v.sqrt().add_(group["eps"])) * trust, alpha=-1.0)
        else:
            param.add_(mean * lr, alpha=-1.0)
