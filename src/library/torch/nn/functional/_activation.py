"""Activations that are made of other ops."""

import _functional
import torch
from _functional import celu, elu, hardtanh, leaky_relu
from _kindling import name_grad_fn

__all__ = ["softmax", "log_softmax", "softmin", "prelu", "rrelu", "rrelu_", "glu", "tanh", "leaky_relu_", "elu_", "celu_",
           "hardtanh_", "threshold_"]


def softmax(input, dim=None, _stacklevel=3, dtype=None):
    """Scores as probabilities that sum to 1 along dim.

    Example:
        F.softmax(torch.tensor([[1.0, 2.0, 3.0], [1.0, 1.0, 1.0]]), dim=1)
    """
    return torch.softmax(input, _softmax_dim(input) if dim is None else dim, dtype)


def log_softmax(input, dim=None, _stacklevel=3, dtype=None):
    """The logarithm of softmax, without its loss of precision.

    Example:
        F.log_softmax(torch.tensor([[1.0, 2.0, 3.0], [1.0, 1.0, 1.0]]), dim=1)
    """
    return torch.log_softmax(input, _softmax_dim(input) if dim is None else dim, dtype)


def softmin(input, dim=None, _stacklevel=3, dtype=None):
    """Softmax of the negated scores.

    Example:
        F.softmin(torch.tensor([[1.0, 2.0, 3.0], [1.0, 1.0, 1.0]]), dim=1)
    """
    return softmax(-input, dim, dtype=dtype)


def _softmax_dim(input):
    """What PyTorch took before dim became required."""
    return 0 if input.dim() in (0, 1, 3) else 1


def prelu(input, weight):
    """The slope below zero is `weight`: one number, or one for each channel.

    Example:
        F.prelu(torch.tensor([-2.0, 0.0, 2.0]), torch.tensor([0.25]))
    """
    if weight.numel() > 1 and weight.numel() != (input.shape[1] if input.dim() > 1 else 1):
        raise RuntimeError(
            f"Mismatch of parameter numbers and input channel size. Found parameter numbers = {weight.numel()} "
            f"and channel size = {input.shape[1] if input.dim() > 1 else 1}."
        )
    if input.dim() > 1:
        weight = weight.reshape(1, -1, *[1] * (input.dim() - 2))
    return name_grad_fn(torch.where(input > 0, input, weight * input), "PreluKernelBackward0")


def rrelu(input, lower=1.0 / 8, upper=1.0 / 3, training=False, inplace=False):
    if not training:
        return name_grad_fn(leaky_relu(input, (lower + upper) / 2, inplace), "RreluWithNoiseBackward0")
    # One slope is drawn for each number that is not positive.
    below = input.detach() <= 0
    drawn = torch.empty(below.sum().item(), dtype=torch.float64).uniform_(lower, upper)
    slope = torch.ones_like(input)
    slope[below] = drawn.to(input.dtype)
    if inplace:
        return input.mul_(slope)
    return name_grad_fn(input * slope, "RreluWithNoiseBackward0")


def glu(input, dim=-1):
    if input.shape[dim] % 2:
        raise RuntimeError(f"Halving dimension must be even, but dimension {dim % input.dim()} is size "
                           f"{input.shape[dim]}")
    values, gates = input.chunk(2, dim)
    return name_grad_fn(values * gates.sigmoid(), "GluBackward0")


def rrelu_(input, lower=1.0 / 8, upper=1.0 / 3, training=False):
    return rrelu(input, lower, upper, training, inplace=True)


def tanh(input):
    return input.tanh()


def leaky_relu_(input, negative_slope=0.01):
    return leaky_relu(input, negative_slope, inplace=True)


def elu_(input, alpha=1.0):
    return elu(input, alpha, inplace=True)


def celu_(input, alpha=1.0):
    return celu(input, alpha, inplace=True)


def hardtanh_(input, min_val=-1.0, max_val=1.0):
    return hardtanh(input, min_val, max_val, inplace=True)


def threshold_(input, threshold, value):
    return _functional.threshold(input, threshold, value, inplace=True)
