"""Pooling of volumes: images first, then along the depth."""

import torch
from _functional import avg_pool2d
from ._pooling import adaptive_avg_pool2d, adaptive_max_pool2d, max_pool2d

__all__ = ["max_pool3d", "max_pool3d_with_indices", "avg_pool3d", "adaptive_avg_pool3d", "adaptive_max_pool3d",
           "adaptive_max_pool3d_with_indices", "lp_pool3d"]


def _three(value):
    return tuple(value) if isinstance(value, (tuple, list)) else (value,) * 3


def _slices(input):
    """(N, C, D, H, W) with depth and channels in one dimension."""
    return input.flatten(-4, -3)


def _columns(input, depth):
    """(N, C * D, H, W) as images whose height is the depth: (N, C, D, H * W)."""
    return input.unflatten(-3, (-1, depth)).flatten(-2)


def _max(input, slice_pool, column_pool):
    """The largest of each window and where in the volume it is."""
    depth, height, width = input.shape[-3:]
    values, within = slice_pool(_slices(input))
    rows, columns = values.shape[-2:]
    values, lines = column_pool(_columns(values, depth))
    # `lines` counts in (depth, rows * columns): the slice, and the window in it.
    count = rows * columns
    within = _columns(within, depth).flatten(-2).gather(-1, lines.flatten(-2)).view(lines.shape)
    indices = lines.div(count, rounding_mode="floor") * (height * width) + within
    return values.unflatten(-1, (rows, columns)), indices.unflatten(-1, (rows, columns))


def max_pool3d_with_indices(input, kernel_size, stride=None, padding=0, dilation=1, ceil_mode=False, return_indices=False):
    kernel, padding, dilation = _three(kernel_size), _three(padding), _three(dilation)
    stride = kernel if stride is None else _three(stride)
    return _max(
        input,
        lambda x: max_pool2d(x, kernel[1:], stride[1:], padding[1:], dilation[1:], ceil_mode, True),
        lambda x: max_pool2d(x, (kernel[0], 1), (stride[0], 1), (padding[0], 0), (dilation[0], 1), ceil_mode, True),
    )


def max_pool3d(input, kernel_size, stride=None, padding=0, dilation=1, ceil_mode=False, return_indices=False):
    """The largest number of each window of a volume."""
    found = max_pool3d_with_indices(input, kernel_size, stride, padding, dilation, ceil_mode)
    return found if return_indices else found[0]


def _sums(input, kernel, stride, padding, ceil_mode):
    """The sum of each window, zeros around."""
    depth = input.shape[-3]
    slices = avg_pool2d(_slices(input), kernel[1:], stride[1:], padding[1:], ceil_mode, True, 1)
    columns = avg_pool2d(_columns(slices, depth), (kernel[0], 1), (stride[0], 1), (padding[0], 0), ceil_mode, True, 1)
    return columns.unflatten(-1, slices.shape[-2:])


def avg_pool3d(input, kernel_size, stride=None, padding=0, ceil_mode=False, count_include_pad=True, divisor_override=None):
    """The mean of each window of a volume."""
    kernel, padding = _three(kernel_size), _three(padding)
    stride = kernel if stride is None else _three(stride)
    sums = _sums(input, kernel, stride, padding, ceil_mode)
    if divisor_override is not None:
        return sums / divisor_override
    # How many elements each window has; with ceil_mode the last ones may reach over the padding too.
    ones = torch.ones(1, *input.shape[-3:], dtype=input.dtype)
    if count_include_pad:
        sides = [side for p in reversed(padding) for side in (p, p)]
        ones, padding = torch.nn.functional.pad(ones, sides, value=1.0), (0, 0, 0)
    counts = _sums(ones, kernel, stride, padding, ceil_mode)
    return sums / counts[..., :sums.shape[-3], :sums.shape[-2], :sums.shape[-1]]


def _own_size(output_size, input):
    sizes = _three(output_size)
    return tuple(own if size is None else size for size, own in zip(sizes, input.shape[-3:]))


def adaptive_avg_pool3d(input, output_size):
    """Means over as many parts of a volume as asked for."""
    depth, height, width = _own_size(output_size, input)
    slices = adaptive_avg_pool2d(_slices(input), (height, width))
    columns = adaptive_avg_pool2d(_columns(slices, input.shape[-3]), (depth, height * width))
    return columns.unflatten(-1, (height, width))


def adaptive_max_pool3d_with_indices(input, output_size, return_indices=False):
    depth, height, width = _own_size(output_size, input)
    return _max(
        input,
        lambda x: adaptive_max_pool2d(x, (height, width), True),
        lambda x: adaptive_max_pool2d(x, (depth, height * width), True),
    )


def adaptive_max_pool3d(input, output_size, return_indices=False):
    """The largest in as many parts of a volume as asked for."""
    found = adaptive_max_pool3d_with_indices(input, output_size)
    return found if return_indices else found[0]


def lp_pool3d(input, norm_type, kernel_size, stride=None, ceil_mode=False):
    """The p-norm of each window of a volume."""
    depth, height, width = _three(kernel_size)
    mean = avg_pool3d(input.pow(norm_type), kernel_size, stride, 0, ceil_mode)
    return (mean.sign() * mean.abs().relu() * (depth * height * width)).pow(1.0 / norm_type)
