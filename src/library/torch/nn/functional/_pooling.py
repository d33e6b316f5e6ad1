"""Pooling, built on the engine's two-dimensional one."""

import torch
from _functional import adaptive_avg_pool2d, avg_pool2d, max_pool2d_with_indices
from _functional import adaptive_max_pool2d as adaptive_max_pool2d_with_indices

__all__ = ["max_pool1d", "max_pool2d", "max_pool1d_with_indices", "avg_pool1d", "adaptive_avg_pool1d", "adaptive_avg_pool2d", "adaptive_max_pool1d",
           "adaptive_max_pool1d_with_indices", "adaptive_max_pool2d", "adaptive_max_pool2d_with_indices", "lp_pool1d", "lp_pool2d"]


def _one(value):
    return value[0] if isinstance(value, (tuple, list)) else value


def max_pool2d(input, kernel_size, stride=None, padding=0, dilation=1, ceil_mode=False, return_indices=False):
    """The largest number of each window of an image.

    Example:
        F.max_pool2d(torch.arange(16.0).reshape(1, 1, 4, 4), 2)
    """
    values, indices = max_pool2d_with_indices(input, kernel_size, stride, padding, dilation, ceil_mode)
    return (values, indices) if return_indices else values


def max_pool1d(input, kernel_size, stride=None, padding=0, dilation=1, ceil_mode=False, return_indices=False):
    """The largest number of each window of a signal: an image one pixel high.

    Example:
        F.max_pool1d(torch.tensor([[[1.0, 3.0, 2.0, 0.0]]]), 2)
    """
    stride = kernel_size if stride is None else stride
    values, indices = max_pool2d_with_indices(
        input.unsqueeze(-2), (1, _one(kernel_size)), (1, _one(stride)), (0, _one(padding)), (1, _one(dilation)), ceil_mode
    )
    return (values.squeeze(-2), indices.squeeze(-2)) if return_indices else values.squeeze(-2)


def avg_pool1d(input, kernel_size, stride=None, padding=0, ceil_mode=False, count_include_pad=True):
    """The mean of each window of a signal.

    Example:
        F.avg_pool1d(torch.tensor([[[1.0, 3.0, 2.0, 0.0]]]), 2)
    """
    stride = kernel_size if stride is None else stride
    image = input.unsqueeze(-2)
    pooled = avg_pool2d(image, (1, _one(kernel_size)), (1, _one(stride)), (0, _one(padding)), ceil_mode, count_include_pad)
    return pooled.squeeze(-2)


def adaptive_avg_pool1d(input, output_size):
    return _adaptive(input.unsqueeze(-2), (1, _one(output_size)), adaptive_avg_pool2d_op).squeeze(-2)


adaptive_avg_pool2d_op = adaptive_avg_pool2d


def _adaptive(input, output_size, op):
    """`None` stands for the input's own size."""
    sizes = output_size if isinstance(output_size, (tuple, list)) else (output_size, output_size)
    sizes = tuple(own if size is None else size for size, own in zip(sizes, input.shape[-2:]))
    return op(input, sizes)


def adaptive_avg_pool2d(input, output_size):
    """Means over as many parts as asked for."""
    return _adaptive(input, output_size, adaptive_avg_pool2d_op)


def adaptive_max_pool2d(input, output_size, return_indices=False):
    """The largest in as many parts as asked for."""
    values, indices = _adaptive(input, output_size, adaptive_max_pool2d_with_indices)
    return (values, indices) if return_indices else values


def adaptive_max_pool1d(input, output_size, return_indices=False):
    values, indices = adaptive_max_pool2d(input.unsqueeze(-2), (1, _one(output_size)), True)
    return (values.squeeze(-2), indices.squeeze(-2)) if return_indices else values.squeeze(-2)


def lp_pool2d(input, norm_type, kernel_size, stride=None, ceil_mode=False):
    """The p-norm of each window of an image.

    Example:
        F.lp_pool2d(torch.ones(1, 1, 4, 4), 2.0, 2)
    """
    height, width = kernel_size if isinstance(kernel_size, (tuple, list)) else (kernel_size, kernel_size)
    mean = avg_pool2d(input.pow(norm_type), kernel_size, stride, 0, ceil_mode)
    return (mean.sign() * mean.abs().relu() * (height * width)).pow(1.0 / norm_type)


def lp_pool1d(input, norm_type, kernel_size, stride=None, ceil_mode=False):
    """The p-norm of each window of a signal.

    Example:
        F.lp_pool1d(torch.tensor([[[3.0, 4.0, 6.0, 8.0]]]), 2.0, 2)
    """
    mean = avg_pool1d(input.pow(norm_type), kernel_size, stride, 0, ceil_mode)
    return (mean.sign() * mean.abs().relu() * _one(kernel_size)).pow(1.0 / norm_type)


def max_pool1d_with_indices(input, kernel_size, stride=None, padding=0, dilation=1, ceil_mode=False, return_indices=False):
    return max_pool1d(input, kernel_size, stride, padding, dilation, ceil_mode, True)


def adaptive_max_pool1d_with_indices(input, output_size, return_indices=False):
    return adaptive_max_pool1d(input, output_size, True)
