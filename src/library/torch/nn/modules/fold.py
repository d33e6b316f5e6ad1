"""Windows"""

from torch.nn import functional as F
from .module import Module


class Unfold(Module):
    r"""Takes every window of an image as a column.

    Shape: (N, C, H, W) -> (N, C * k^2, windows)
    Args:
        kernel_size: height and width of the window
        dilation: gaps between the window's elements
        padding: zeros around the image
        stride: how far the window moves
    Example:
        unfold = nn.Unfold(kernel_size=2)
        unfold(torch.arange(9.0).reshape(1, 1, 3, 3))  # each column is one window
    """

    def __init__(self, kernel_size: int, dilation: int = 1, padding: int = 0, stride: int = 1):
        super().__init__()
        self.kernel_size = kernel_size
        self.dilation = dilation
        self.padding = padding
        self.stride = stride

    def forward(self, input):
        return F.unfold(input, self.kernel_size, self.dilation, self.padding, self.stride)

    def extra_repr(self):
        return (f"kernel_size={self.kernel_size}, dilation={self.dilation}, padding={self.padding}, "
                f"stride={self.stride}")


class Fold(Module):
    r"""Lays windows back into an image; where they overlap they add up.

    Shape: (N, C * k^2, windows) -> (N, C, H, W)
    Args:
        output_size: height and width of the image
        kernel_size: height and width of the window
        dilation: gaps between the window's elements
        padding: zeros that were around the image
        stride: how far the window moved
    Example:
        fold = nn.Fold(output_size=(3, 3), kernel_size=2)
        fold(torch.ones(1, 4, 4))  # how many windows cover each place
    """

    def __init__(self, output_size: int, kernel_size: int, dilation: int = 1, padding: int = 0, stride: int = 1):
        super().__init__()
        self.output_size = output_size
        self.kernel_size = kernel_size
        self.dilation = dilation
        self.padding = padding
        self.stride = stride

    def forward(self, input):
        return F.fold(input, self.output_size, self.kernel_size, self.dilation, self.padding, self.stride)

    def extra_repr(self):
        return (f"output_size={self.output_size}, kernel_size={self.kernel_size}, dilation={self.dilation}, "
                f"padding={self.padding}, stride={self.stride}")
