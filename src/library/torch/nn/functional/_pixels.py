"""Rearranging pixels and channels."""

from _kindling import name_grad_fn

__all__ = ["pixel_shuffle", "pixel_unshuffle", "channel_shuffle"]


def pixel_shuffle(input, upscale_factor):
    """(*, C * r^2, H, W) -> (*, C, H * r, W * r)

    Example:
        F.pixel_shuffle(torch.arange(4.0).reshape(1, 4, 1, 1), 2)
    """
    r = upscale_factor
    *batch, channels, height, width = input.shape
    if channels % (r * r):
        raise RuntimeError(
            "pixel_shuffle expects its input's 'channel' dimension to be divisible by the square of upscale_factor, but "
            f"input.size(-3)={channels} is not divisible by {r * r}"
        )
    n = len(batch)
    split = input.reshape(*batch, channels // (r * r), r, r, height, width)
    moved = split.permute(*range(n), n, n + 3, n + 1, n + 4, n + 2)
    return name_grad_fn(moved.reshape(*batch, channels // (r * r), height * r, width * r), "PixelShuffleBackward0")


def pixel_unshuffle(input, downscale_factor):
    """(*, C, H * r, W * r) -> (*, C * r^2, H, W)

    Example:
        F.pixel_unshuffle(torch.arange(4.0).reshape(1, 1, 2, 2), 2)
    """
    r = downscale_factor
    *batch, channels, height, width = input.shape
    n = len(batch)
    split = input.reshape(*batch, channels, height // r, r, width // r, r)
    moved = split.permute(*range(n), n, n + 2, n + 4, n + 1, n + 3)
    return name_grad_fn(moved.reshape(*batch, channels * r * r, height // r, width // r), "PixelUnshuffleBackward0")


def channel_shuffle(input, groups):
    """Deals the channels out between groups.

    Example:
        F.channel_shuffle(torch.arange(4.0).reshape(1, 4, 1, 1), 2).flatten()
    """
    batch, channels, *rest = input.shape
    dealt = input.reshape(batch, groups, channels // groups, *rest).transpose(1, 2)
    return name_grad_fn(dealt.reshape(input.shape), "ChannelShuffleBackward0")
