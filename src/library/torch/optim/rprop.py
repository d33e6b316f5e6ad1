"""Rprop."""

import torch
from .optimizer import Optimizer, check_not_negative


class Rprop(Optimizer):
    r"""Looks at the sign of the gradient only: steps grow while it stays the same and shrink when it flips.

    Formula: \eta \leftarrow \eta \cdot \eta_\pm, \quad w \leftarrow w - \operatorname{sign}(g)\, \eta
    Args:
        params: the parameters to move
        lr: the first step of each number
        etas: factors for a flipped and for a kept sign
        step_sizes: smallest and largest step
        maximize: whether to go up instead of down
    Paper: Riedmiller and Braun 1993, A direct adaptive method for faster backpropagation learning
    Example:
        optim.Rprop([w], lr=0.1)
    """

    def __init__(self, params, lr=1e-2, etas=(0.5, 1.2), step_sizes=(1e-6, 50), *, capturable=False, foreach=None,
                 maximize=False, differentiable=False):
        check_not_negative("learning rate", lr)
        if not 0.0 < etas[0] < 1.0 < etas[1]:
            raise ValueError(f"Invalid eta values: {etas[0]}, {etas[1]}")
        super().__init__(params, dict(
            lr=lr, etas=etas, step_sizes=step_sizes, foreach=foreach, maximize=maximize,
            differentiable=differentiable, capturable=capturable,
        ))

    def update(self, param, grad, state, group):
        if not state:
            state["step"] = torch.tensor(0.0)
            state["prev"] = torch.zeros_like(param)
            state["step_size"] = torch.full_like(grad, group["lr"])
        shrink, grow = group["etas"]
        state["step"] += 1
        kept = (grad * state["prev"]).sign()
        factor = torch.where(kept > 0, grow, torch.where(kept < 0, shrink, 1.0))
        state["step_size"].mul_(factor).clamp_(*group["step_sizes"])
        # After a flip this number waits for one step.
        grad = torch.where(kept < 0, 0.0, grad)
        param.addcmul_(grad.sign(), state["step_size"], value=-1)
        state["prev"].copy_(grad)
