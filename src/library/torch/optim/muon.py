"""Muon."""

import torch
from .optimizer import Optimizer


class Muon(Optimizer):
    r"""Momentum for matrices, made orthogonal: every direction of a layer moves equally far.

    Formula: B \leftarrow \mu B + (1 - \mu) G, \quad O = \mathrm{NewtonSchulz}((1 - \mu) G + \mu B) \approx U V^\top, \quad
        W \leftarrow W - \eta \sqrt{\max(1, \tfrac{\mathrm{rows}}{\mathrm{columns}})}\, O
    Args:
        params: the matrices to move; biases, embeddings and the like go to another optimizer
        lr: learning rate, how far to go
        weight_decay: how much every weight is pulled towards zero
        momentum: how much of the former moves is kept
        nesterov: whether to look ahead along the momentum
        ns_coefficients: the polynomial of the Newton-Schulz iteration
        eps: the least norm that a matrix is divided by
        ns_steps: how often the polynomial is applied
        adjust_lr_fn: how the rate follows the shape: "original" or "match_rms_adamw"
    Paper: Jordan 2024, Muon: An optimizer for hidden layers in neural networks
    Example:
        optim.Muon([torch.ones(2, 3, requires_grad=True)], lr=0.01)
    """

    def __init__(self, params, lr=1e-3, weight_decay=0.1, momentum=0.95, nesterov=True,
                 ns_coefficients=(3.4445, -4.7750, 2.0315), eps=1e-7, ns_steps=5, adjust_lr_fn=None):
        if not 0.0 <= lr:
            raise ValueError(f"Learning rate should be >= 0 but is: {lr}")
        if not 0.0 <= momentum:
            raise ValueError(f"momentum should be >= 0 but is: {momentum}")
        if not 0.0 <= weight_decay:
            raise ValueError(f"weight decay should be >= 0 but is: {weight_decay}")
        if adjust_lr_fn not in (None, "original", "match_rms_adamw"):
            raise ValueError(f"Adjust learning rate function {adjust_lr_fn} is not supported")
        super().__init__(params, dict(
            lr=lr, weight_decay=weight_decay, momentum=momentum, nesterov=nesterov, ns_coefficients=ns_coefficients,
            eps=eps, ns_steps=ns_steps, adjust_lr_fn=adjust_lr_fn,
        ))
        for group in self.param_groups:
            for param in group["params"]:
                if param.ndim != 2:
                    raise ValueError(
                        f"Muon only supports 2D parameters whereas we found a parameter with size: {param.size()}"
                    )

    def update(self, param, grad, state, group):
        if not state:
            state["momentum_buffer"] = torch.zeros_like(grad)
        velocity = state["momentum_buffer"]
        velocity.lerp_(grad, 1 - group["momentum"])
        move = grad.lerp(velocity, group["momentum"]) if group["nesterov"] else velocity
        move = orthogonal(move, group["ns_coefficients"], group["ns_steps"], group["eps"])
        rows, columns = param.shape
        if group["adjust_lr_fn"] == "match_rms_adamw":
            rate = group["lr"] * 0.2 * max(rows, columns) ** 0.5
        else:
            rate = group["lr"] * max(1, rows / columns) ** 0.5
        param.mul_(1 - group["lr"] * group["weight_decay"])
        param.add_(move, alpha=-rate)


def orthogonal(matrix, coefficients, steps, eps):
    """Nearly U V^T of a matrix U S V^T: a polynomial of its singular values, applied until all are near one."""
    a, b, c = coefficients
    x = _bfloat16(matrix)
    if x.size(0) > x.size(1):
        x = x.T
    x = _bfloat16(x / _bfloat16(x.norm()).clamp(min=eps))
    for _ in range(steps):
        gram = _bfloat16(x @ x.T)
        polynomial = _bfloat16(b * gram + c * (gram @ gram))
        x = _bfloat16(a * x + polynomial @ x)
    return x.T if matrix.size(0) > matrix.size(1) else x


def _bfloat16(x):
    """Rounded to the eight binary digits that PyTorch computes with here."""
    digits, exponent = torch.frexp(x)
    return torch.ldexp((digits * 256).round() / 256, exponent)
