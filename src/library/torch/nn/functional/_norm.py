"""Normalizations that are not ops of the engine, or need a check before."""

import _functional
import torch
from _kindling import explained, name_grad_fn

__all__ = ["batch_norm", "instance_norm", "local_response_norm"]


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
    if training and input.numel() == input.shape[1]:
        raise explained(
            ValueError(f"Expected more than 1 value per channel when training, got input size {input.size()}"),
            "One value has no variance to divide by. Use batches of at least two samples (drop_last=True in the "
            "DataLoader), or call model.eval() to use the running averages.",
        )
    return _functional.batch_norm(input, running_mean, running_var, weight, bias, training, momentum, eps)


def instance_norm(input, running_mean=None, running_var=None, weight=None, bias=None, use_input_stats=True,
                  momentum=0.1, eps=1e-5):
    """Normalizes every channel of every item by itself.

    Example:
        F.instance_norm(torch.tensor([[[1.0, 2.0, 6.0]]]))
    """
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
    return name_grad_fn(_normalize(input, mean, var, weight, bias, eps, shaped), "ViewBackward0")


def local_response_norm(input, size, alpha=1e-4, beta=0.75, k=1.0):
    """Divides every number by the size of its neighbours in other channels.

    Example:
        F.local_response_norm(torch.ones(1, 4, 1, 1) * 100, 3).flatten()
    """
    squares = input**2
    channels = input.shape[1]
    sums = []
    for c in range(channels):
        low = max(0, c - size // 2)
        sums.append(squares[:, low:c + (size - 1) // 2 + 1].sum(1, keepdim=True))
    return input / (k + alpha / size * torch.cat(sums, 1)) ** beta
