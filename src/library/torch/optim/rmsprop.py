"""RMSprop."""

import torch
from .optimizer import Optimizer, check_not_negative


class RMSprop(Optimizer):
    r"""Divides each gradient by its usual size.

    Formula: v \leftarrow \alpha v + (1 - \alpha) g^2, \quad w \leftarrow w - \eta\, \frac{g}{\sqrt{v} + \epsilon}
    Args:
        params: the parameters to move
        lr: learning rate
        alpha: how slowly the average of squares forgets
        eps: keeps the division away from zero
        weight_decay: how much every weight is pulled towards zero
        momentum: how much of the last move is kept
        centered: whether to divide by the gradient's spread instead of its size
        maximize: whether to go up instead of down
    Paper: Hinton 2012, Neural Networks for Machine Learning, lecture 6
    Example:
        optim.RMSprop([w], lr=0.1)
    """

    rule = "RMSprop"

    def __init__(self, params, lr=1e-2, alpha=0.99, eps=1e-8, weight_decay=0, momentum=0, centered=False,
                 capturable=False, foreach=None, maximize=False, differentiable=False):
        check_not_negative("learning rate", lr)
        check_not_negative("epsilon value", eps)
        check_not_negative("momentum value", momentum)
        check_not_negative("weight_decay value", weight_decay)
        check_not_negative("alpha value", alpha)
        super().__init__(params, dict(
            lr=lr, momentum=momentum, alpha=alpha, eps=eps, centered=centered, weight_decay=weight_decay,
            capturable=capturable, foreach=foreach, maximize=maximize, differentiable=differentiable,
        ))

    def update(self, param, grad, state, group):
        if not state:
            state["step"] = torch.tensor(0.0)
            state["square_avg"] = torch.zeros_like(param)
            if group["momentum"] > 0:
                state["momentum_buffer"] = torch.zeros_like(param)
            if group["centered"]:
                state["grad_avg"] = torch.zeros_like(param)
        alpha = group["alpha"]
        v = state["square_avg"]
        state["step"] += 1
        if group["weight_decay"] != 0:
            grad = grad.add(param, alpha=group["weight_decay"])
        v.mul_(alpha).addcmul_(grad, grad, value=1 - alpha)
        if group["centered"]:
            mean = state["grad_avg"].lerp_(grad, 1 - alpha)
            size = v.addcmul(mean, mean, value=-1).sqrt_()
        else:
            size = v.sqrt()
        size = size.add_(group["eps"])
        if group["momentum"] > 0:
            velocity = state["momentum_buffer"].mul_(group["momentum"]).addcdiv_(grad, size)
            param.add_(velocity, alpha=-group["lr"])
        else:
            param.addcdiv_(grad, size, value=-group["lr"])
