"""Adafactor."""

import torch
from .optimizer import Optimizer


class Adafactor(Optimizer):
    r"""Adam without the average gradient, that keeps only row and column means of the squared gradients of a matrix.

    Formula: R \leftarrow \beta_t R + (1 - \beta_t) \overline{g^2}_{\text{rows}}, \quad
        C \leftarrow \beta_t C + (1 - \beta_t) \overline{g^2}_{\text{columns}}, \quad
        \hat{v} = \frac{R\, C}{\overline{R}}, \quad u = \frac{g}{\sqrt{\hat{v}}}, \quad
        w \leftarrow w - \max(\epsilon_2, \mathrm{rms}(w))\, \min(\eta, t^{-1/2})\, \frac{u}{\max(1, \mathrm{rms}(u) / d)}
    Args:
        params: the parameters to move
        lr: the largest share of a weight's size in one step
        beta2_decay: how the memory of the squared gradients grows: beta = 1 - t^beta2_decay
        eps: the least squared gradient, and the least size of a weight
        d: how large an update may be
        weight_decay: how much every weight is pulled towards zero
        maximize: whether to go up instead of down
    Paper: Shazeer and Stern 2018, Adafactor: Adaptive Learning Rates with Sublinear Memory Cost
    Example:
        optim.Adafactor([w], lr=0.1)
    """

    def __init__(self, params, lr=1e-2, beta2_decay=-0.8, eps=(None, 1e-3), d=1.0, weight_decay=0.0, *, foreach=None,
                 maximize=False):
        if not 0.0 <= lr:
            raise ValueError(f"Learning rate should be >= 0 but is: {lr}")
        if beta2_decay > 0:
            raise ValueError(f"beta2_decay should be <= 0 but is: {beta2_decay}")
        if d < 1:
            raise ValueError(f"Clipping threshold d should be >= 1 but is: {d}")
        if not 0.0 <= weight_decay:
            raise ValueError(f"weight_decay should be >= 0 but is: {weight_decay}")
        super().__init__(params, dict(
            lr=lr, beta2_decay=beta2_decay, eps=eps, d=d, weight_decay=weight_decay, foreach=foreach, maximize=maximize,
        ))

    def update(self, param, grad, state, group):
        if not state:
            state["step"] = torch.tensor(0.0)
            if grad.dim() > 1:
                state["row_var"] = grad.new_zeros(*grad.shape[:-1], 1)
                state["col_var"] = grad.new_zeros(*grad.shape[:-2], 1, grad.shape[-1])
            else:
                state["variance"] = torch.zeros_like(grad)
        state["step"] += 1
        t = state["step"].item()
        least, least_size = group["eps"]
        least = torch.finfo(param.dtype).eps if least is None else least
        memory = t ** group["beta2_decay"]
        rate = min(group["lr"], 1 / t**0.5)
        alpha = max(least_size, param.norm(2).item() / param.numel() ** 0.5) * rate
        if group["weight_decay"] != 0:
            param.mul_(1 - group["lr"] * group["weight_decay"])

        if grad.dim() > 1:
            rows, columns = state["row_var"], state["col_var"]
            rows.lerp_(grad.norm(dim=-1, keepdim=True).square_().div_(grad.size(-1)), memory)
            columns.lerp_(grad.norm(dim=-2, keepdim=True).square_().div_(grad.size(-2)), memory)
            variance = (rows @ columns).div_(rows.mean(dim=-2, keepdim=True).clamp_(min=least))
        else:
            variance = state["variance"].lerp_(grad.square(), memory).clone()

        update = variance.clamp_(min=least * least).rsqrt_().mul_(grad)
        size = max(1.0, update.norm(2).item() / (update.numel() ** 0.5 * group["d"]))
        param.add_(update, alpha=-alpha / size)
