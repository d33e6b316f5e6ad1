"""Pooling of volumes"""

from torch.nn import functional as F
from .module import Module
from .pooling import _Adaptive, _AdaptiveMax, _MaxPool, LPPool1d


class MaxPool3d(_MaxPool):
    r"""Keeps the largest number in each small window of a volume.

    Formula: y_c[t] = \max_i x_c[s t + i] \quad (t, i \in \mathbb{Z}^3)
    Shape: (N, C, D, H, W) -> (N, C, (D + 2p - d(k - 1) - 1) / s + 1, likewise H, W)
    Args:
        kernel_size: depth, height and width of the window
        stride: how far the window moves; kernel_size if None
        padding: minus infinity added around the volume
        dilation: gaps between the window's elements
        return_indices: whether to say where the largest were
        ceil_mode: whether a window that is partly outside counts
    Example:
        nn.MaxPool3d(2)(torch.arange(8.0).reshape(1, 1, 2, 2, 2))
    """

    def forward(self, input):
        return F.max_pool3d(input, self.kernel_size, self.stride, self.padding, self.dilation, self.ceil_mode,
                            self.return_indices)


class AvgPool3d(Module):
    r"""The mean of each small window of a volume.

    Formula: y_c[t] = \tfrac{1}{k^3} \sum_i x_c[s t + i] \quad (t, i \in \mathbb{Z}^3)
    Shape: (N, C, D, H, W) -> (N, C, (D + 2p - k) / s + 1, likewise H, W)
    Args:
        kernel_size: depth, height and width of the window
        stride: how far the window moves; kernel_size if None
        padding: zeros added around the volume
        ceil_mode: whether a window that is partly outside counts
        count_include_pad: whether the padding counts in the mean
        divisor_override: what to divide by instead of the window's size
    Example:
        nn.AvgPool3d(2)(torch.arange(8.0).reshape(1, 1, 2, 2, 2))
    """

    def __init__(self, kernel_size: int, stride: int = None, padding: int = 0, ceil_mode: bool = False,
                 count_include_pad: bool = True, divisor_override: int = None):
        super().__init__()
        self.kernel_size = kernel_size
        self.stride = kernel_size if stride is None else stride
        self.padding = padding
        self.ceil_mode = ceil_mode
        self.count_include_pad = count_include_pad
        self.divisor_override = divisor_override

    def forward(self, input):
        return F.avg_pool3d(input, self.kernel_size, self.stride, self.padding, self.ceil_mode, self.count_include_pad,
                            self.divisor_override)

    def extra_repr(self):
        return f"kernel_size={self.kernel_size}, stride={self.stride}, padding={self.padding}"


class AdaptiveAvgPool3d(_Adaptive):
    r"""Means over as many parts of a volume as asked for; 1 gives the mean of each channel.

    Shape: (N, C, D, H, W) -> (N, C, output_size, output_size, output_size)
    Args:
        output_size: depth, height and width of the output
    Example:
        nn.AdaptiveAvgPool3d(1)(torch.arange(8.0).reshape(1, 1, 2, 2, 2))
    """

    def forward(self, input):
        return F.adaptive_avg_pool3d(input, self.output_size)


class AdaptiveMaxPool3d(_AdaptiveMax):
    r"""The largest in as many parts of a volume as asked for.

    Shape: (N, C, D, H, W) -> (N, C, output_size, output_size, output_size)
    Args:
        output_size: depth, height and width of the output
        return_indices: whether to say where the largest were
    Example:
        nn.AdaptiveMaxPool3d(1)(torch.arange(8.0).reshape(1, 1, 2, 2, 2))
    """

    def forward(self, input):
        return F.adaptive_max_pool3d(input, self.output_size, self.return_indices)


class LPPool3d(LPPool1d):
    r"""The p-norm of each small window of a volume.

    Formula: y_c[t] = \left(\sum_i x_c[s t + i]^p\right)^{1/p} \quad (t, i \in \mathbb{Z}^3)
    Shape: (N, C, D, H, W) -> (N, C, (D - k) / s + 1, likewise H, W)
    Args:
        norm_type: the power p
        kernel_size: depth, height and width of the window
        stride: how far the window moves; kernel_size if None
        ceil_mode: whether a window that is partly outside counts
    Example:
        nn.LPPool3d(2, 2)(torch.ones(1, 1, 2, 2, 2))
    """

    def forward(self, input):
        return F.lp_pool3d(input, float(self.norm_type), self.kernel_size, self.stride, self.ceil_mode)
