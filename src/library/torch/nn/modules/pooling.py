"""Pooling"""

from torch.nn import functional as F
from .module import Module


class _MaxPool(Module):
    def __init__(self, kernel_size: int, stride: int = None, padding: int = 0, dilation: int = 1,
                 return_indices: bool = False, ceil_mode: bool = False):
        super().__init__()
        self.kernel_size = kernel_size
        self.stride = kernel_size if stride is None else stride
        self.padding = padding
        self.dilation = dilation
        self.return_indices = return_indices
        self.ceil_mode = ceil_mode

    def extra_repr(self):
        return (f"kernel_size={self.kernel_size}, stride={self.stride}, padding={self.padding}, "
                f"dilation={self.dilation}, ceil_mode={self.ceil_mode}")


class MaxPool1d(_MaxPool):
    r"""Keeps the largest of each few neighbours of a signal.

    Formula: y_c[t] = \max_i x_c[s t + i]
    Shape: (N, C, L) -> (N, C, (L + 2p - d(k - 1) - 1) / s + 1)
    Args:
        kernel_size: how many neighbours
        stride: how far the window moves; kernel_size if None
        padding: minus infinity added at both ends
        dilation: gaps between the window's elements
        return_indices: whether to say where the largest were
        ceil_mode: whether a window that is partly outside counts
    Example:
        nn.MaxPool1d(2)(torch.tensor([[1.0, 3.0, 2.0, 0.0, 5.0]]))
    """

    def forward(self, input):
        return F.max_pool1d(input, self.kernel_size, self.stride, self.padding, self.dilation, self.ceil_mode,
                            self.return_indices)


class MaxPool2d(_MaxPool):
    r"""Keeps the largest number in each small window of an image.

    Formula: y_c[u, v] = \max_{i, j} x_c[s u + i,\; s v + j]
    Shape: (N, C, H, W) -> (N, C, (H + 2p - d(k - 1) - 1) / s + 1, likewise W)
    Args:
        kernel_size: height and width of the window
        stride: how far the window moves; kernel_size if None
        padding: minus infinity added around the image
        dilation: gaps between the window's elements
        return_indices: whether to say where the largest were
        ceil_mode: whether a window that is partly outside counts
    Example:
        nn.MaxPool2d(2)(torch.arange(16.0).reshape(1, 4, 4))
    """

    def forward(self, input):
        return F.max_pool2d(input, self.kernel_size, self.stride, self.padding, self.dilation, self.ceil_mode,
                            self.return_indices)


class AvgPool1d(Module):
    r"""The mean of each few neighbours of a signal.

    Formula: y_c[t] = \tfrac{1}{k} \sum_i x_c[s t + i]
    Shape: (N, C, L) -> (N, C, (L + 2p - k) / s + 1)
    Args:
        kernel_size: how many neighbours
        stride: how far the window moves; kernel_size if None
        padding: zeros added at both ends
        ceil_mode: whether a window that is partly outside counts
        count_include_pad: whether the padding counts in the mean
    Example:
        nn.AvgPool1d(2)(torch.tensor([[1.0, 3.0, 2.0, 0.0]]))
    """

    def __init__(self, kernel_size: int, stride: int = None, padding: int = 0, ceil_mode: bool = False,
                 count_include_pad: bool = True):
        super().__init__()
        one = lambda value: value if isinstance(value, tuple) else (value,)
        self.kernel_size = one(kernel_size)
        self.stride = one(kernel_size if stride is None else stride)
        self.padding = one(padding)
        self.ceil_mode = ceil_mode
        self.count_include_pad = count_include_pad

    def forward(self, input):
        return F.avg_pool1d(input, self.kernel_size, self.stride, self.padding, self.ceil_mode, self.count_include_pad)

    def extra_repr(self):
        return f"kernel_size={self.kernel_size}, stride={self.stride}, padding={self.padding}"


class AvgPool2d(Module):
    r"""The mean of each small window of an image.

    Formula: y_c[u, v] = \tfrac{1}{k^2} \sum_{i, j} x_c[s u + i,\; s v + j]
    Shape: (N, C, H, W) -> (N, C, (H + 2p - k) / s + 1, likewise W)
    Args:
        kernel_size: height and width of the window
        stride: how far the window moves; kernel_size if None
        padding: zeros added around the image
        ceil_mode: whether a window that is partly outside counts
        count_include_pad: whether the padding counts in the mean
        divisor_override: what to divide by instead of the window's size
    Example:
        nn.AvgPool2d(2)(torch.arange(16.0).reshape(1, 4, 4))
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
        return F.avg_pool2d(input, self.kernel_size, self.stride, self.padding, self.ceil_mode, self.count_include_pad,
                            self.divisor_override)

    def extra_repr(self):
        return f"kernel_size={self.kernel_size}, stride={self.stride}, padding={self.padding}"


class _Adaptive(Module):
    def __init__(self, output_size: int):
        super().__init__()
        self.output_size = output_size

    def extra_repr(self):
        return f"output_size={self.output_size}"


class AdaptiveAvgPool1d(_Adaptive):
    r"""Means over as many parts of a signal as asked for.

    Shape: (N, C, L) -> (N, C, output_size)
    Args:
        output_size: how many parts
    Example:
        nn.AdaptiveAvgPool1d(2)(torch.arange(5.0).reshape(1, 5))
    """

    def forward(self, input):
        return F.adaptive_avg_pool1d(input, self.output_size)


class AdaptiveAvgPool2d(_Adaptive):
    r"""Means over as many parts of an image as asked for; 1 gives the mean of each channel.

    Shape: (N, C, H, W) -> (N, C, output_size, output_size)
    Args:
        output_size: height and width of the output
    Example:
        nn.AdaptiveAvgPool2d(1)(torch.arange(16.0).reshape(1, 4, 4))
    """

    def forward(self, input):
        return F.adaptive_avg_pool2d(input, self.output_size)


class _AdaptiveMax(Module):
    def __init__(self, output_size: int, return_indices: bool = False):
        super().__init__()
        self.output_size = output_size
        self.return_indices = return_indices

    def extra_repr(self):
        return f"output_size={self.output_size}"


class AdaptiveMaxPool1d(_AdaptiveMax):
    r"""The largest in as many parts of a signal as asked for.

    Shape: (N, C, L) -> (N, C, output_size)
    Args:
        output_size: how many parts
        return_indices: whether to say where the largest were
    Example:
        nn.AdaptiveMaxPool1d(2)(torch.arange(5.0).reshape(1, 5))
    """

    def forward(self, input):
        return F.adaptive_max_pool1d(input, self.output_size, self.return_indices)


class AdaptiveMaxPool2d(_AdaptiveMax):
    r"""The largest in as many parts of an image as asked for.

    Shape: (N, C, H, W) -> (N, C, output_size, output_size)
    Args:
        output_size: height and width of the output
        return_indices: whether to say where the largest were
    Example:
        nn.AdaptiveMaxPool2d((1, 2))(torch.arange(16.0).reshape(1, 4, 4))
    """

    def forward(self, input):
        return F.adaptive_max_pool2d(input, self.output_size, self.return_indices)


class LPPool1d(Module):
    r"""The p-norm of each few neighbours of a signal.

    Formula: y_c[t] = \left(\sum_i x_c[s t + i]^p\right)^{1/p}
    Shape: (N, C, L) -> (N, C, (L - k) / s + 1)
    Args:
        norm_type: the power p
        kernel_size: how many neighbours
        stride: how far the window moves; kernel_size if None
        ceil_mode: whether a window that is partly outside counts
    Example:
        nn.LPPool1d(norm_type=2, kernel_size=2)(torch.tensor([[3.0, 4.0, 6.0, 8.0]]))
    """

    def __init__(self, norm_type: float, kernel_size: int, stride: int = None, ceil_mode: bool = False):
        super().__init__()
        self.norm_type = norm_type
        self.kernel_size = kernel_size
        self.stride = stride
        self.ceil_mode = ceil_mode

    def forward(self, input):
        return F.lp_pool1d(input, float(self.norm_type), self.kernel_size, self.stride, self.ceil_mode)

    def extra_repr(self):
        return (f"norm_type={self.norm_type}, kernel_size={self.kernel_size}, stride={self.stride}, "
                f"ceil_mode={self.ceil_mode}")


class LPPool2d(LPPool1d):
    r"""The p-norm of each small window of an image.

    Formula: y_c[u, v] = \left(\sum_{i, j} x_c[s u + i,\; s v + j]^p\right)^{1/p}
    Shape: (N, C, H, W) -> (N, C, (H - k) / s + 1, (W - k) / s + 1)
    Args:
        norm_type: the power p
        kernel_size: height and width of the window
        stride: how far the window moves; kernel_size if None
        ceil_mode: whether a window that is partly outside counts
    Example:
        nn.LPPool2d(norm_type=2, kernel_size=2)(torch.ones(1, 4, 4))
    """

    def forward(self, input):
        return F.lp_pool2d(input, float(self.norm_type), self.kernel_size, self.stride, self.ceil_mode)
