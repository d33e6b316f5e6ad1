"""Max pooling backwards: each number where it was found, zeros elsewhere."""

import torch

__all__ = ["max_unpool1d", "max_unpool2d", "max_unpool3d"]


def _tuple(value, dims):
    return tuple(value) if isinstance(value, (tuple, list)) else (value,) * dims


def _unpool(input, indices, kernel_size, stride, padding, output_size, dims):
    kernel, padding = _tuple(kernel_size, dims), _tuple(padding, dims)
    stride = kernel if stride is None else _tuple(stride, dims)
    usual = [(size - 1) * s + k - 2 * p for size, s, k, p in zip(input.shape[-dims:], stride, kernel, padding)]
    size = usual if output_size is None else list(output_size)[-dims:]
    for wanted, default, s in zip(size, usual, stride):
        if not default - s < wanted < default + s:
            raise ValueError(
                f"invalid output_size \"{torch.Size(size)}\" (dim 0 must be between {usual[0] - stride[0]} and "
                f"{usual[0] + stride[0]})"
            )
    flat = torch.zeros(*input.shape[:-dims], torch.Size(size).numel(), dtype=input.dtype)
    return flat.scatter(-1, indices.flatten(-dims), input.flatten(-dims)).unflatten(-1, size)


def max_unpool1d(input, indices, kernel_size, stride=None, padding=0, output_size=None):
    return _unpool(input, indices, kernel_size, stride, padding, output_size, 1)


def max_unpool2d(input, indices, kernel_size, stride=None, padding=0, output_size=None):
    return _unpool(input, indices, kernel_size, stride, padding, output_size, 2)


def max_unpool3d(input, indices, kernel_size, stride=None, padding=0, output_size=None):
    return _unpool(input, indices, kernel_size, stride, padding, output_size, 3)
