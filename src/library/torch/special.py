"""Special functions."""

import math

import torch
from _special import *
from torch import exp2, expm1, log1p, round


def gammaln(input):
    return torch.lgamma(input)


def psi(input):
    return torch.digamma(input)


def multigammaln(input, p):
    return torch.mvlgamma(input, p)


def entr(input):
    """-x ln x, and minus infinity below 0."""
    inside = torch.where(input > 0, input, 1.0)
    return torch.where(input < 0, -math.inf, -inside * inside.log())


def ndtr(input):
    """The area under the bell curve up to x."""
    return 0.5 * torch.erfc(-input / math.sqrt(2))


def ndtri(input):
    """The inverse of `ndtr`."""
    return math.sqrt(2) * torch.erfinv(2 * input - 1)


def log_ndtr(input):
    return ndtr(input).log()


def xlog1py(input, other):
    """x ln(1 + y), and 0 where x is 0."""
    return torch.xlogy(input, 1 + other)


def i0(input):
    """The modified Bessel function of the first kind: the sum of (x / 2)^2k / k!^2."""
    quarter = (input.double() if isinstance(input, torch.Tensor) else torch.tensor(float(input))) ** 2 / 4
    total, term = torch.ones_like(quarter), torch.ones_like(quarter)
    for k in range(1, 60):
        term = term * quarter / (k * k)
        total = total + term
    return total.to(input.dtype) if isinstance(input, torch.Tensor) else total


def i0e(input):
    return i0(input) * torch.exp(-input.abs())
