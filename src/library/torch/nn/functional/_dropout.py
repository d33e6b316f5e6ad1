"""Noise that is there while training only."""

from _kindling import explained
import torch

__all__ = ["dropout", "dropout1d", "dropout2d", "dropout3d", "alpha_dropout", "feature_dropout",
           "feature_alpha_dropout", "gumbel_softmax"]


def _check(p):
    if p < 0.0 or p > 1.0:
        raise explained(
            ValueError(f"dropout probability has to be between 0 and 1, but got {p}"),
            "p is the share that is set to zero, not a percentage.",
        )


def _drop(input, p, mask_shape, inplace):
    """Multiplies by a mask of zeros and 1/(1-p), drawn in the given shape and broadcast."""
    if p == 1.0:
        return input.mul_(0.0) if inplace else input * torch.zeros(mask_shape, dtype=input.dtype)
    mask = torch.empty(mask_shape, dtype=input.dtype).bernoulli_(1 - p).div_(1 - p)
    return input.mul_(mask) if inplace else input * mask


def dropout(input, p=0.5, training=True, inplace=False):
    """Sets each number to zero with probability p and scales the others up, so that the mean stays.

    Example:
        print(F.dropout(torch.ones(8), p=0.5))
        F.dropout(torch.ones(8), p=0.5, training=False)
    """
    _check(p)
    if not training or p == 0.0 or input.numel() == 0:
        return input
    return _drop(input, p, input.shape, inplace)


def feature_dropout(input, p=0.5, training=True, inplace=False):
    """Dropout of whole channels: one draw for each (n, c).

    Example:
        torch.feature_dropout(torch.ones(1, 4, 3), 0.5, True)
    """
    _check(p)
    if not training or p == 0.0 or input.numel() == 0:
        return input
    return _drop(input, p, (*input.shape[:2], *[1] * (input.dim() - 2)), inplace)


def _channels(input, p, training, inplace, batched):
    """Dropout of channels, with or without a batch dimension in front."""
    if input.dim() == batched:
        return feature_dropout(input, p, training, inplace)
    return feature_dropout(input.unsqueeze(0), p, training, inplace).squeeze(0)


def dropout1d(input, p=0.5, training=True, inplace=False):
    if input.dim() not in (2, 3):
        raise RuntimeError(
            f"dropout1d: Expected 2D or 3D input, but received a {input.dim()}D input. Note that dropout1d exists to "
            "provide channel-wise dropout on inputs with 1 spatial dimension, a channel dimension, and an optional "
            "batch dimension (i.e. 2D or 3D inputs)."
        )
    return _channels(input, p, training, inplace, 3)


def dropout2d(input, p=0.5, training=True, inplace=False):
    return feature_dropout(input, p, training, inplace)


def dropout3d(input, p=0.5, training=True, inplace=False):
    return feature_dropout(input, p, training, inplace)


# What SELU tends to for very negative inputs.
_ALPHA = 1.7580993408473766


def _alpha_drop(input, p, training, mask_shape):
    _check(p)
    if not training or p == 0.0:
        return input
    a = ((1 - p) * (1 + p * _ALPHA**2)) ** -0.5
    kept = torch.empty(mask_shape, dtype=input.dtype).bernoulli_(1 - p)
    return input * kept * a + ((kept - 1) * (_ALPHA * a) + _ALPHA * a * p)


def alpha_dropout(input, p=0.5, training=False, inplace=False):
    """Dropout that keeps mean 0 and variance 1, made to go with SELU.

    Example:
        F.alpha_dropout(torch.ones(6), training=True)
    """
    return _alpha_drop(input, p, training, input.shape)


def feature_alpha_dropout(input, p=0.5, training=False, inplace=False):
    """alpha_dropout of whole channels.

    Example:
        F.feature_alpha_dropout(torch.ones(1, 4, 3), training=True)
    """
    return _alpha_drop(input, p, training, (*input.shape[:2], *[1] * (input.dim() - 2)))


def gumbel_softmax(logits, tau=1, hard=False, eps=1e-10, dim=-1):
    """A draw from the categorical distribution of the logits that gradients can pass: softmax with Gumbel noise.

    Example:
        torch.manual_seed(0)
        F.gumbel_softmax(torch.zeros(2, 3), tau=1.0, hard=True)
    """
    gumbels = -torch.empty_like(logits).exponential_().log()
    soft = ((logits + gumbels) / tau).softmax(dim)
    if not hard:
        return soft
    index = soft.max(dim, keepdim=True)[1]
    # The value of a one-hot vector, the gradient of the soft one.
    return torch.zeros_like(logits).scatter_(dim, index, 1.0) - soft.detach() + soft
