"""Normalization: to mean 0 and variance 1, over the batch or within an item."""

import torch
from _kindling import name_grad_fn

__all__ = ["batch_norm", "layer_norm", "rms_norm", "group_norm", "instance_norm", "local_response_norm"]


def _per_channel(values, dims):
    """A vector of channels in a shape that broadcasts: (1, C, 1, ...)."""
    return values.reshape(1, -1, *[1] * (dims - 2))


def _normalize(x, mean, var, weight, bias, eps, shaped):
    y = (x - mean) * torch.rsqrt(var + eps)
    if weight is not None:
        y = y * shaped(weight)
    if bias is not None:
        y = y + shaped(bias)
    return y


def batch_norm(input, running_mean, running_var, weight=None, bias=None, training=False, momentum=0.1, eps=1e-5):
    """Normalizes every channel over the batch while training, by the running averages otherwise."""
    shaped = lambda values: _per_channel(values, input.dim())
    if not training:
        y = _normalize(input, shaped(running_mean), shaped(running_var), weight, bias, eps, shaped)
        return name_grad_fn(y, "NativeBatchNormBackward0")
    count = input.numel() // input.shape[1]
    if count == 1:
        raise ValueError(f"Expected more than 1 value per channel when training, got input size {input.size()}")
    dims = [0, *range(2, input.dim())]
    mean = input.mean(dims, keepdim=True)
    var = ((input - mean) ** 2).mean(dims, keepdim=True)
    if running_mean is not None:
        with torch.no_grad():
            running_mean.mul_(1 - momentum).add_(mean.flatten(), alpha=momentum)
            # The running variance is the unbiased one.
            running_var.mul_(1 - momentum).add_(var.flatten() * (count / (count - 1)), alpha=momentum)
    return name_grad_fn(_normalize(input, mean, var, weight, bias, eps, shaped), "NativeBatchNormBackward0")


def layer_norm(input, normalized_shape, weight=None, bias=None, eps=1e-5):
    """Normalizes every item over its last dimensions."""
    shape = tuple(normalized_shape)
    if tuple(input.shape[input.dim() - len(shape):]) != shape or input.dim() < len(shape):
        expected = ", ".join(["*", *map(str, shape)])
        raise RuntimeError(
            f"Given normalized_shape={list(shape)}, expected input with shape [{expected}], but got input of "
            f"size{list(input.shape)}"
        )
    dims = list(range(-len(shape), 0))
    mean = input.mean(dims, keepdim=True)
    var = ((input - mean) ** 2).mean(dims, keepdim=True)
    return name_grad_fn(_normalize(input, mean, var, weight, bias, eps, lambda x: x), "NativeLayerNormBackward0")


def rms_norm(input, normalized_shape, weight=None, eps=None):
    """Scales every item to mean square 1 over its last dimensions."""
    dims = list(range(-len(tuple(normalized_shape)), 0))
    eps = torch.finfo(input.dtype).eps if eps is None else eps
    y = input * torch.rsqrt((input**2).mean(dims, keepdim=True) + eps)
    return y if weight is None else y * weight


def group_norm(input, num_groups, weight=None, bias=None, eps=1e-5):
    """Normalizes groups of channels of every item."""
    if input.shape[1] % num_groups:
        raise RuntimeError(
            f"Expected number of channels in input to be divisible by num_groups, but got input of shape "
            f"{list(input.shape)} and num_groups={num_groups}"
        )
    grouped = input.reshape(input.shape[0], num_groups, -1)
    mean = grouped.mean(-1, keepdim=True)
    var = ((grouped - mean) ** 2).mean(-1, keepdim=True)
    y = ((grouped - mean) * torch.rsqrt(var + eps)).reshape(input.shape)
    if weight is not None:
        y = y * _per_channel(weight, input.dim())
    if bias is not None:
        y = y + _per_channel(bias, input.dim())
    return name_grad_fn(y, "NativeGroupNormBackward0")


def instance_norm(input, running_mean=None, running_var=None, weight=None, bias=None, use_input_stats=True,
                  momentum=0.1, eps=1e-5):
    """Normalizes every channel of every item by itself."""
    shaped = lambda values: _per_channel(values, input.dim())
    if not use_input_stats:
        return _normalize(input, shaped(running_mean), shaped(running_var), weight, bias, eps, shaped)
    dims = list(range(2, input.dim()))
    count = input.numel() // (input.shape[0] * input.shape[1])
    if count == 1:
        raise ValueError(f"Expected more than 1 spatial element when training, got input size {input.size()}")
    mean = input.mean(dims, keepdim=True)
    var = ((input - mean) ** 2).mean(dims, keepdim=True)
    if running_mean is not None:
        with torch.no_grad():
            running_mean.mul_(1 - momentum).add_(mean.mean(0).flatten(), alpha=momentum)
            unbiased = var.mean(0).flatten() * (count / (count - 1))
            running_var.mul_(1 - momentum).add_(unbiased, alpha=momentum)
    return _normalize(input, mean, var, weight, bias, eps, shaped)


def local_response_norm(input, size, alpha=1e-4, beta=0.75, k=1.0):
    """Divides every number by the size of its neighbours in other channels."""
    squares = input**2
    channels = input.shape[1]
    sums = []
    for c in range(channels):
        low = max(0, c - size // 2)
        sums.append(squares[:, low:c + (size - 1) // 2 + 1].sum(1, keepdim=True))
    return input / (k + alpha / size * torch.cat(sums, 1)) ** beta
