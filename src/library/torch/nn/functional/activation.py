"""Activations that are made of other ops."""

import torch
from _kindling import name_grad_fn

__all__ = ["relu6", "mish", "hardswish", "hardsigmoid", "selu", "elu", "celu", "leaky_relu", "prelu", "rrelu",
           "hardtanh", "softplus", "softshrink", "hardshrink", "threshold", "glu", "softmin", "softsign",
           "tanhshrink", "logsigmoid", "sigmoid", "tanh", "softmax", "log_softmax", "relu_", "leaky_relu_", "elu_",
           "selu_", "celu_", "hardtanh_", "threshold_", "rrelu_"]


def _finish(input, result, inplace, name):
    """The result under PyTorch's name for it, written over the input if so asked."""
    result = name_grad_fn(result, name)
    return input.copy_(result) if inplace else result


def softmax(input, dim=None, _stacklevel=3, dtype=None):
    """Scores as probabilities that sum to 1 along dim."""
    return torch.softmax(input, _softmax_dim(input) if dim is None else dim, dtype)


def log_softmax(input, dim=None, _stacklevel=3, dtype=None):
    """The logarithm of softmax, without its loss of precision."""
    return torch.log_softmax(input, _softmax_dim(input) if dim is None else dim, dtype)


def softmin(input, dim=None, _stacklevel=3, dtype=None):
    """Softmax of the negated scores."""
    return softmax(-input, dim, dtype=dtype)


def _softmax_dim(input):
    """What PyTorch took before dim became required."""
    return 0 if input.dim() in (0, 1, 3) else 1


def sigmoid(input):
    return input.sigmoid()


def tanh(input):
    return input.tanh()


def softsign(input):
    return input / (input.abs() + 1)


def tanhshrink(input):
    return input - input.tanh()


def logsigmoid(input):
    # log(1 / (1 + exp(-x))), in a form that never overflows.
    below = torch.minimum(input, torch.zeros_like(input))
    return name_grad_fn(below - torch.log1p(torch.exp(-input.abs())), "LogSigmoidBackward0")


def hardtanh(input, min_val=-1.0, max_val=1.0, inplace=False):
    if min_val > max_val:
        raise ValueError("min_val cannot be greater than max_val")
    return _finish(input, input.clamp(min_val, max_val), inplace, "HardtanhBackward0")


def relu6(input, inplace=False):
    return hardtanh(input, 0.0, 6.0, inplace)


def hardsigmoid(input, inplace=False):
    return _finish(input, (input + 3).clamp(0, 6) / 6, inplace, "HardsigmoidBackward0")


def hardswish(input, inplace=False):
    return _finish(input, input * (input + 3).clamp(0, 6) / 6, inplace, "HardswishBackward0")


def softplus(input, beta=1.0, threshold=20.0):
    scaled = input * beta
    smooth = torch.log1p(torch.exp(scaled.clamp_max(threshold))) / beta
    return name_grad_fn(torch.where(scaled > threshold, input, smooth), "SoftplusBackward0")


def mish(input, inplace=False):
    return _finish(input, input * softplus(input).tanh(), inplace, "MishBackward0")


def _below_zero(input):
    """What is not positive; zero for the rest, which an exponential would overflow."""
    return torch.where(input > 0, 0.0, input)


def elu(input, alpha=1.0, inplace=False):
    below = alpha * torch.expm1(_below_zero(input))
    return _finish(input, torch.where(input > 0, input, below), inplace, "EluBackward0")


def selu(input, inplace=False):
    scale, alpha = 1.0507009873554804934193349852946, 1.6732632423543772848170429916717
    below = scale * alpha * torch.expm1(_below_zero(input))
    return _finish(input, torch.where(input > 0, scale * input, below), inplace, "EluBackward0")


def celu(input, alpha=1.0, inplace=False):
    below = alpha * torch.expm1(_below_zero(input) / alpha)
    return _finish(input, torch.where(input > 0, input, below), inplace, "EluBackward0")


def leaky_relu(input, negative_slope=0.01, inplace=False):
    return _finish(input, torch.where(input > 0, input, input * negative_slope), inplace, "LeakyReluBackward0")


def prelu(input, weight):
    """The slope below zero is `weight`: one number, or one for each channel."""
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
        return leaky_relu(input, (lower + upper) / 2, inplace)
    # One slope is drawn for each number that is not positive.
    below = input.detach() <= 0
    drawn = torch.empty(below.sum().item(), dtype=torch.float64).uniform_(lower, upper)
    slope = torch.ones_like(input)
    slope[below] = drawn.to(input.dtype)
    return _finish(input, input * slope, inplace, "RreluWithNoiseBackward0")


def softshrink(input, lambd=0.5):
    if lambd < 0:
        raise RuntimeError(f"lambda must be greater or equal to 0, but found to be {lambd}.")
    moved = torch.where(input > lambd, input - lambd, torch.where(input < -lambd, input + lambd, input * 0))
    return name_grad_fn(moved, "SoftshrinkBackward0")


def hardshrink(input, lambd=0.5):
    return name_grad_fn(torch.where(input.abs() > lambd, input, input * 0), "HardshrinkBackward0")


def threshold(input, threshold, value, inplace=False):
    return _finish(input, torch.where(input > threshold, input, torch.full_like(input, value)), inplace,
                   "ThresholdBackward0")


def glu(input, dim=-1):
    if input.shape[dim] % 2:
        raise RuntimeError(f"Halving dimension must be even, but dimension {dim % input.dim()} is size "
                           f"{input.shape[dim]}")
    values, gates = input.chunk(2, dim)
    return name_grad_fn(values * gates.sigmoid(), "GluBackward0")


def relu_(input):
    return input.relu_()


def leaky_relu_(input, negative_slope=0.01):
    return leaky_relu(input, negative_slope, inplace=True)


def elu_(input, alpha=1.0):
    return elu(input, alpha, inplace=True)


def selu_(input):
    return selu(input, inplace=True)


def celu_(input, alpha=1.0):
    return celu(input, alpha, inplace=True)


def hardtanh_(input, min_val=-1.0, max_val=1.0):
    return hardtanh(input, min_val, max_val, inplace=True)


def threshold_(input, threshold, value):
    return _threshold(input, threshold, value, inplace=True)


def rrelu_(input, lower=1.0 / 8, upper=1.0 / 3, training=False):
    return rrelu(input, lower, upper, training, inplace=True)


_threshold = threshold
