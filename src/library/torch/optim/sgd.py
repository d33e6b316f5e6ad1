"""Stochastic gradient descent."""

from .optimizer import Optimizer, check_not_negative


class SGD(Optimizer):
    r"""Moves every parameter against its gradient, with momentum if asked.

    Formula: v \leftarrow \mu v + (1 - \tau) g, \quad w \leftarrow w - \eta v
    Args:
        params: the parameters to move
        lr: learning rate, how far to go
        momentum: how much of the last move is kept
        dampening: how much of the gradient is held back from the momentum
        weight_decay: how much every weight is pulled towards zero
        nesterov: whether to look ahead along the momentum
        maximize: whether to go up instead of down
    Paper: Sutskever et al. 2013, On the importance of initialization and momentum in deep learning
    Example:
        optim.SGD([w], lr=0.1, momentum=0.9)
    """

    def __init__(self, params, lr=1e-3, momentum=0, dampening=0, weight_decay=0, nesterov=False, *, maximize=False,
                 foreach=None, differentiable=False, fused=None):
        check_not_negative("learning rate", lr)
        check_not_negative("momentum value", momentum)
        check_not_negative("weight_decay value", weight_decay)
        if nesterov and (momentum <= 0 or dampening != 0):
            raise ValueError("Nesterov momentum requires a momentum and zero dampening")
        super().__init__(params, dict(
            lr=lr, momentum=momentum, dampening=dampening, weight_decay=weight_decay, nesterov=nesterov,
            maximize=maximize, foreach=foreach, differentiable=differentiable, fused=fused,
        ))

    rule = "SGD"

    def update(self, param, grad, state, group):
        momentum = group["momentum"]
        if group["weight_decay"] != 0:
            grad = grad.add(param, alpha=group["weight_decay"])
        if momentum != 0:
            velocity = state.get("momentum_buffer")
            if velocity is None:
                velocity = state["momentum_buffer"] = grad.clone()
            else:
                velocity.mul_(momentum).add_(grad, alpha=1 - group["dampening"])
            grad = grad.add(velocity, alpha=momentum) if group["nesterov"] else velocity
        param.add_(grad, alpha=-group["lr"])
