"""What is left: numbers of one element each."""

import math

import torch

__all__ = ["ldexp", "logaddexp2", "sgn", "isreal", "mvlgamma", "real", "is_same_size", "is_signed", "is_inference",
           "is_conj", "is_neg", "resolve_conj", "resolve_neg", "conj", "conj_physical", "detach_copy", "frexp"]
METHODS = ("ldexp", "logaddexp2", "sgn", "isreal", "mvlgamma", "is_same_size", "is_conj", "is_neg", "resolve_conj",
           "resolve_neg", "conj", "conj_physical", "frexp")


def ldexp(input, other):
    """input * 2 ** other"""
    return input * torch.pow(2.0, other)


def logaddexp2(input, other):
    """log2(2 ** input + 2 ** other)"""
    return torch.logaddexp(input * math.log(2), other * math.log(2)) / math.log(2)


def frexp(input):
    """A fraction between 0.5 and 1 and an exponent of 2 for each number."""
    exponent = torch.where(input == 0, 0.0, input.detach().abs().clamp(min=1e-45).log2().floor() + 1)
    mantissa = input / 2**exponent
    return mantissa, exponent.to(torch.int32)


def sgn(input):
    return torch.sign(input)


def isreal(input):
    return torch.ones_like(input, dtype=torch.bool)


def mvlgamma(input, p):
    """The logarithm of the gamma function of p variables."""
    total = sum(torch.lgamma(input - j / 2) for j in range(p))
    return total + p * (p - 1) / 4 * math.log(math.pi)


def is_same_size(input, other):
    return input.shape == other.shape


def is_signed(input):
    return input.is_signed()


def is_inference(input):
    return input.is_inference()


# There are no complex numbers here: every number is its own conjugate.


def real(input):
    return input


conj = conj_physical = resolve_conj = resolve_neg = real


def is_conj(input):
    return False


is_neg = is_conj


def detach_copy(input):
    return input.detach().clone()
