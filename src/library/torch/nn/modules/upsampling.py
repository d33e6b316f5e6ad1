"""Resizing"""

from torch.nn import functional as F
from .module import Module


class Upsample(Module):
    r"""Makes a signal or an image larger.

    Shape: (N, C, H, W) -> (N, C, H * scale_factor, W * scale_factor)
    Args:
        size: the new size, or
        scale_factor: how many times as large
        mode: 'nearest', 'linear' or 'bilinear'
        align_corners: whether the corners stay where they are
    Example:
        nn.Upsample(scale_factor=2)(torch.tensor([[[[1.0, 2.0], [3.0, 4.0]]]]))
    """

    def __init__(self, size: int = None, scale_factor: float = None, mode: str = "nearest", align_corners: bool = None,
                 recompute_scale_factor: bool = None):
        super().__init__()
        self.name = type(self).__name__
        self.size = size
        if isinstance(scale_factor, tuple):
            self.scale_factor = tuple(float(factor) for factor in scale_factor)
        else:
            self.scale_factor = float(scale_factor) if scale_factor else None
        self.mode = mode
        self.align_corners = align_corners
        self.recompute_scale_factor = recompute_scale_factor

    def forward(self, input):
        return F.interpolate(input, self.size, self.scale_factor, self.mode, self.align_corners)

    def extra_repr(self):
        sized = f"scale_factor={self.scale_factor!r}" if self.scale_factor is not None else f"size={self.size!r}"
        return f"{sized}, mode={self.mode!r}"


class UpsamplingNearest2d(Upsample):
    r"""Makes an image larger by repeating pixels.

    Shape: (N, C, H, W) -> (N, C, H * scale_factor, W * scale_factor)
    Args:
        size: the new size, or
        scale_factor: how many times as large
    Example:
        nn.UpsamplingNearest2d(scale_factor=2)(torch.tensor([[[[1.0, 2.0], [3.0, 4.0]]]]))
    """

    def __init__(self, size: int = None, scale_factor: float = None):
        super().__init__(size, scale_factor, mode="nearest")


class UpsamplingBilinear2d(Upsample):
    r"""Makes an image larger by mixing neighbours.

    Shape: (N, C, H, W) -> (N, C, H * scale_factor, W * scale_factor)
    Args:
        size: the new size, or
        scale_factor: how many times as large
    Example:
        nn.UpsamplingBilinear2d(scale_factor=2)(torch.tensor([[[[0.0, 3.0], [6.0, 9.0]]]]))
    """

    def __init__(self, size: int = None, scale_factor: float = None):
        super().__init__(size, scale_factor, mode="bilinear", align_corners=True)


class PixelShuffle(Module):
    r"""Lays channels out as pixels: fewer channels, a larger image.

    Shape: (N, C * r^2, H, W) -> (N, C, H * r, W * r)
    Args:
        upscale_factor: the factor r
    Paper: Shi et al. 2016, Real-Time Single Image and Video Super-Resolution
    Example:
        nn.PixelShuffle(2)(torch.arange(4.0).reshape(1, 4, 1, 1))
    """

    def __init__(self, upscale_factor: int):
        super().__init__()
        self.upscale_factor = upscale_factor

    def forward(self, input):
        return F.pixel_shuffle(input, self.upscale_factor)

    def extra_repr(self):
        return f"upscale_factor={self.upscale_factor}"


class PixelUnshuffle(Module):
    r"""Lays pixels out as channels: the reverse of PixelShuffle.

    Shape: (N, C, H * r, W * r) -> (N, C * r^2, H, W)
    Args:
        downscale_factor: the factor r
    Example:
        nn.PixelUnshuffle(2)(torch.arange(4.0).reshape(1, 1, 2, 2))
    """

    def __init__(self, downscale_factor: int):
        super().__init__()
        self.downscale_factor = downscale_factor

    def forward(self, input):
        return F.pixel_unshuffle(input, self.downscale_factor)

    def extra_repr(self):
        return f"downscale_factor={self.downscale_factor}"


class ChannelShuffle(Module):
    r"""Deals the channels out between groups, like cards.

    Shape: (N, C, H, W) -> the same
    Args:
        groups: how many groups
    Example:
        nn.ChannelShuffle(2)(torch.arange(4.0).reshape(1, 4, 1, 1)).flatten()
    """

    def __init__(self, groups: int):
        super().__init__()
        self.groups = groups

    def forward(self, input):
        return F.channel_shuffle(input, self.groups)

    def extra_repr(self):
        return f"groups={self.groups}"
