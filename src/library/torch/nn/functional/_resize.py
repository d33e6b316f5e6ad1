"""Borders, windows and sizes of images and signals."""

import math

import torch
from _kindling import name_grad_fn
from _functional import col2im, im2col

__all__ = ["pad", "interpolate", "upsample", "unfold", "fold"]


def pad(input, pad, mode="constant", value=None):
    """Adds a border: `pad` gives left and right of the last dimension, then of the one before, and so on.

    Example:
        F.pad(torch.tensor([[1.0, 2.0], [3.0, 4.0]]), (1, 0, 0, 1))  # left, right, top, bottom
    """
    if len(pad) % 2:
        raise RuntimeError("Padding length must be divisible by 2")
    if len(pad) // 2 > input.dim():
        raise RuntimeError(
            f"Padding length should be less than or equal to two times the input dimension but got padding length "
            f"{len(pad)} and input of dimension {input.dim()}"
        )
    if mode == "constant":
        return torch.constant_pad_nd(input, list(pad), 0.0 if value is None else value)
    for i in range(0, len(pad), 2):
        dim = input.dim() - 1 - i // 2
        input = input.index_select(dim, torch.tensor(_border(input.shape, dim, pad[i], pad[i + 1], mode)))
    kernels = {"reflect": "ReflectionPad", "replicate": "ReplicationPad"}
    name = "CopySlices" if mode == "circular" else f"{kernels[mode]}{len(pad) // 2}DBackward0"
    return name_grad_fn(input, name)


def _border(shape, dim, before, after, mode):
    """Which element stands at each place of a dimension with its border."""
    size = shape[dim]
    places = range(-before, size + after)
    if mode == "replicate":
        return [min(max(place, 0), size - 1) for place in places]
    if mode == "circular":
        if before > size or after > size:
            raise RuntimeError("Padding value causes wrapping around more than once.")
        return [place % size for place in places]
    if mode != "reflect":
        raise NotImplementedError(f"Unrecognised padding mode {mode}")
    if before >= size or after >= size:
        raise RuntimeError(
            "Argument #4: Padding size should be less than the corresponding input dimension, but got: padding "
            f"({before}, {after}) at dimension {dim} of input {list(shape)}"
        )
    return [abs(place) if place < size else 2 * (size - 1) - place for place in places]


def interpolate(input, size=None, scale_factor=None, mode="nearest", align_corners=None, recompute_scale_factor=None,
                antialias=False):
    """Another size: 'nearest' repeats elements, 'linear' and 'bilinear' mix neighbours.

    Example:
        F.interpolate(torch.tensor([[[1.0, 2.0, 4.0]]]), scale_factor=2.0)
    """
    dims = input.dim() - 2
    if dims not in (1, 2, 3):
        raise NotImplementedError(
            f"Input Error: Only 3D, 4D and 5D input Tensors supported (got {input.dim()}D) for the modes: nearest | linear | "
            f"bilinear | bicubic | trilinear | lanczos | area | nearest-exact (got {mode})"
        )
    if size is None and scale_factor is None:
        raise ValueError("either size or scale_factor should be defined")
    if size is not None and scale_factor is not None:
        raise ValueError("only one of size or scale_factor should be defined")
    if mode in ("nearest", "area", "nearest-exact") and align_corners is not None:
        raise ValueError(
            "align_corners option can only be set with the interpolating modes: linear | bilinear | bicubic | trilinear"
        )
    if mode not in ("nearest", "linear", "bilinear", "trilinear"):
        raise NotImplementedError(f"interpolate with mode='{mode}' is not supported in Kindling")
    if size is not None:
        sizes = list(size) if isinstance(size, (tuple, list)) else [size] * dims
        scales = [None] * dims
    else:
        scales = list(scale_factor) if isinstance(scale_factor, (tuple, list)) else [scale_factor] * dims
        sizes = [math.floor(n * scale) for n, scale in zip(input.shape[2:], scales)]
    for i, (wanted, scale) in enumerate(zip(sizes, scales)):
        step = input.shape[i + 2] / wanted if scale is None else 1 / scale
        if mode == "nearest":
            places = [min(int(j * step), input.shape[i + 2] - 1) for j in range(wanted)]
            input = input.index_select(i + 2, torch.tensor(places))
        else:
            input = _mixed(input, i + 2, wanted, step, align_corners)
    return name_grad_fn(input, f"Upsample{mode.capitalize()}{dims}DBackward0")


def _mixed(input, dim, wanted, step, align_corners):
    """Each new element between its two neighbours along dim."""
    size = input.shape[dim]
    if align_corners:
        places = [j * (size - 1) / (wanted - 1) if wanted > 1 else 0.0 for j in range(wanted)]
    else:
        places = [max((j + 0.5) * step - 0.5, 0.0) for j in range(wanted)]
    below = [min(int(place), size - 1) for place in places]
    above = [min(place + 1, size - 1) for place in below]
    shape = [1] * input.dim()
    shape[dim] = wanted
    part = torch.tensor([place - low for place, low in zip(places, below)], dtype=input.dtype).reshape(shape)
    low, high = input.index_select(dim, torch.tensor(below)), input.index_select(dim, torch.tensor(above))
    return low * (1 - part) + high * part


def upsample(input, size=None, scale_factor=None, mode="nearest", align_corners=None):
    return interpolate(input, size, scale_factor, mode, align_corners)


def unfold(input, kernel_size, dilation=1, padding=0, stride=1):
    """Every window of an image as a column.

    Example:
        F.unfold(torch.arange(9.0).reshape(1, 1, 3, 3), 2)  # each column is one window
    """
    return im2col(input, kernel_size, dilation, padding, stride)


def fold(input, output_size, kernel_size, dilation=1, padding=0, stride=1):
    """Windows laid back into an image; where they overlap they add up.

    Example:
        F.fold(torch.ones(1, 4, 4), (3, 3), 2)  # how many windows cover each place
    """
    return col2im(input, output_size, kernel_size, dilation, padding, stride)
