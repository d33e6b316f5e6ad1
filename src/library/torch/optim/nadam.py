"""NAdam."""

import torch
from .optimizer import Optimizer, check_betas, check_not_negative


class NAdam(Optimizer):
    r"""Adam that looks ahead along its momentum, as Nesterov's method does.

    Formula: \mu_t = \beta_1 (1 - \tfrac{1}{2} 0.96^{t \psi}), \quad
        \hat m = \frac{\mu_{t+1} m}{1 - \prod_{i \le t+1} \mu_i} + \frac{(1 - \mu_t) g}{1 - \prod_{i \le t} \mu_i}, \quad
        w \leftarrow w - \eta\, \frac{\hat m}{\sqrt{\hat v} + \epsilon}
    Args:
        params: the parameters to move
        lr: learning rate
        betas: how slowly the averages of gradient and squared gradient forget
        eps: keeps the division away from zero
        weight_decay: how much every weight is pulled towards zero
        momentum_decay: how the momentum warms up
        decoupled_weight_decay: whether the pull bypasses the averages
        maximize: whether to go up instead of down
    Paper: Dozat 2016, Incorporating Nesterov Momentum into Adam
    Example:
        optim.NAdam([w], lr=0.1)
    """

    def __init__(self, params, lr=2e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0, momentum_decay=4e-3,
                 decoupled_weight_decay=False, *, foreach=None, maximize=False, capturable=False,
                 differentiable=False):
        check_not_negative("learning rate", lr)
        check_not_negative("epsilon value", eps)
        check_betas(betas)
        check_not_negative("weight_decay value", weight_decay)
        check_not_negative("momentum_decay value", momentum_decay)
        super().__init__(params, dict(
            lr=lr, betas=betas, eps=eps, weight_decay=weight_decay, momentum_decay=momentum_decay,
            decoupled_weight_decay=decoupled_weight_decay, maximize=maximize, foreach=foreach, capturable=capturable,
            differentiable=differentiable,
        ))

    def update(self, param, grad, state, group):
        if not state:
            state["step"] = torch.tensor(0.0)
            state["mu_product"] = torch.ones(())
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
        mu = beta1 * (1 - 0.5 * 0.96 ** (t * group["momentum_decay"]))
        mu_next = beta1 * (1 - 0.5 * 0.96 ** ((t + 1) * group["momentum_decay"]))
        state["mu_product"] *= mu
        product = state["mu_product"].item()
        m.lerp_(grad, 1 - beta1)
        v.mul_(beta2).addcmul_(grad, grad, value=1 - beta2)
        size = v.div(1 - beta2**t).sqrt().add_(group["eps"])
        param.addcdiv_(grad, size, value=-lr * (1 - mu) / (1 - product))
        param.addcdiv_(m, size, value=-lr * mu_next / (1 - product * mu_next))
