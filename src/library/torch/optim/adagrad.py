"""Adagrad."""

import torch
from .optimizer import Optimizer, check_not_negative


class Adagrad(Optimizer):
    r"""Divides each step by the root of all squared gradients so far: what moved much moves less.

    Formula: s \leftarrow s + g^2, \quad w \leftarrow w - \frac{\eta}{1 + (t - 1) \gamma} \frac{g}{\sqrt{s} + \epsilon}
    Args:
        params: the parameters to move
        lr: learning rate
        lr_decay: how fast the learning rate falls
        weight_decay: how much every weight is pulled towards zero
        initial_accumulator_value: where the sum of squares starts
        eps: keeps the division away from zero
        maximize: whether to go up instead of down
    Paper: Duchi et al. 2011, Adaptive Subgradient Methods for Online Learning and Stochastic Optimization
    Example:
        optim.Adagrad([w], lr=0.5)
    """

    rule = "Adagrad"

    def __init__(self, params, lr=1e-2, lr_decay=0, weight_decay=0, initial_accumulator_value=0, eps=1e-10,
                 foreach=None, *, maximize=False, differentiable=False, fused=None):
        check_not_negative("learning rate", lr)
        check_not_negative("lr_decay value", lr_decay)
        check_not_negative("weight_decay value", weight_decay)
        check_not_negative("initial_accumulator_value value", initial_accumulator_value)
        check_not_negative("epsilon value", eps)
        super().__init__(params, dict(
            lr=lr, lr_decay=lr_decay, eps=eps, weight_decay=weight_decay,
            initial_accumulator_value=initial_accumulator_value, foreach=foreach, maximize=maximize,
            differentiable=differentiable, fused=fused,
        ))
        for group in self.param_groups:
            for param in group["params"]:
                self.state[param] = {
                    "step": torch.tensor(0.0),
                    "sum": torch.full_like(param, initial_accumulator_value),
                }

    def update(self, param, grad, state, group):
        state["step"] += 1
        if group["weight_decay"] != 0:
            grad = grad.add(param, alpha=group["weight_decay"])
        lr = group["lr"] / (1 + (state["step"].item() - 1) * group["lr_decay"])
        squares = state["sum"].addcmul_(grad, grad, value=1)
        param.addcdiv_(grad, squares.sqrt().add_(group["eps"]), value=-lr)
