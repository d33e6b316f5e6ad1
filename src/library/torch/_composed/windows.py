"""Windows for signals."""

import torch

__all__ = ["hann_window", "hamming_window", "blackman_window", "bartlett_window", "kaiser_window"]
METHODS = ()


def _places(window_length, periodic, dtype):
    """The places 0, 1, ... and the last one of the whole window."""
    whole = window_length + 1 if periodic else window_length
    return torch.arange(window_length, dtype=dtype or torch.get_default_dtype()), max(whole - 1, 1)


def _cosines(window_length, periodic, dtype, terms):
    if window_length == 1:
        return torch.ones(1, dtype=dtype)
    n, last = _places(window_length, periodic, dtype)
    return sum(a * torch.cos(2 * torch.pi * k * n / last) for k, a in enumerate(terms))


def hann_window(window_length, periodic=True, *, dtype=None, device=None, requires_grad=False):
    return _cosines(window_length, periodic, dtype, (0.5, -0.5))


def hamming_window(window_length, periodic=True, alpha=0.54, beta=0.46, *, dtype=None, device=None, requires_grad=False):
    return _cosines(window_length, periodic, dtype, (alpha, -beta))


def blackman_window(window_length, periodic=True, *, dtype=None, device=None, requires_grad=False):
    return _cosines(window_length, periodic, dtype, (0.42, -0.5, 0.08))


def bartlett_window(window_length, periodic=True, *, dtype=None, device=None, requires_grad=False):
    if window_length == 1:
        return torch.ones(1, dtype=dtype)
    n, last = _places(window_length, periodic, dtype)
    return 1 - (2 * n / last - 1).abs()


def kaiser_window(window_length, periodic=True, beta=12.0, *, dtype=None, device=None, requires_grad=False):
    if window_length == 1:
        return torch.ones(1, dtype=dtype)
    n, last = _places(window_length, periodic, dtype)
    inside = (1 - (2 * n / last - 1) ** 2).clamp(min=0).sqrt()
    return torch.special.i0(beta * inside) / torch.special.i0(torch.tensor(float(beta), dtype=n.dtype))
