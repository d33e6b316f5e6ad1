"""Convolution"""

import math

import torch
from torch.nn import functional as F, init
from torch.nn.parameter import Parameter
from .module import Module


def _tuple(value, n):
    """One number for all dimensions, or one for each."""
    return tuple(value) if isinstance(value, (tuple, list)) else (value,) * n


class _Conv(Module):
    """What convolutions share: their sizes, their parameters and how these start."""

    dims = 0
    transposed = False

    def __init__(self, in_channels, out_channels, kernel_size, stride, padding, dilation, groups, bias, padding_mode,
                 output_padding=0, device=None, dtype=None):
        super().__init__()
        if groups <= 0:
            raise ValueError("groups must be a positive integer")
        if in_channels % groups != 0:
            raise ValueError("in_channels must be divisible by groups")
        if out_channels % groups != 0:
            raise ValueError("out_channels must be divisible by groups")
        if isinstance(padding, str) and padding not in ("same", "valid"):
            raise ValueError(f"Invalid padding string {padding!r}, should be one of {{'same', 'valid'}}")
        if padding == "same" and any(one != 1 for one in _tuple(stride, self.dims)):
            raise ValueError("padding='same' is not supported for strided convolutions")
        if padding_mode not in ("zeros", "reflect", "replicate", "circular"):
            raise ValueError(f"padding_mode must be one of {{'zeros', 'reflect', 'replicate', 'circular'}}, but got "
                             f"padding_mode='{padding_mode}'")
        self.in_channels = in_channels
        self.out_channels = out_channels
        self.kernel_size = _tuple(kernel_size, self.dims)
        self.stride = _tuple(stride, self.dims)
        self.padding = padding if isinstance(padding, str) else _tuple(padding, self.dims)
        self.dilation = _tuple(dilation, self.dims)
        self.output_padding = _tuple(output_padding, self.dims)
        self.groups = groups
        self.padding_mode = padding_mode
        first, second = (in_channels, out_channels) if self.transposed else (out_channels, in_channels)
        self.weight = Parameter(torch.empty(first, second // groups, *self.kernel_size, device=device, dtype=dtype))
        if bias:
            self.bias = Parameter(torch.empty(out_channels, device=device, dtype=dtype))
        else:
            self.register_parameter("bias", None)
        self.reset_parameters()

    def reset_parameters(self):
        init.kaiming_uniform_(self.weight, a=math.sqrt(5))
        if self.bias is not None:
            fan_in, _ = init._calculate_fan_in_and_fan_out(self.weight)
            if fan_in != 0:
                bound = 1 / math.sqrt(fan_in)
                init.uniform_(self.bias, -bound, bound)

    def _padded(self, input):
        """The input with its border filled as padding_mode says, and the padding that is left to do."""
        if self.padding_mode == "zeros":
            return input, self.padding
        if isinstance(self.padding, str):
            totals = [d * (k - 1) if self.padding == "same" else 0 for d, k in zip(self.dilation, self.kernel_size)]
            sides = [side for total in reversed(totals) for side in (total // 2, total - total // 2)]
        else:
            sides = [side for p in reversed(self.padding) for side in (p, p)]
        return F.pad(input, sides, mode=self.padding_mode), 0

    def extra_repr(self):
        text = f"{self.in_channels}, {self.out_channels}, kernel_size={self.kernel_size}, stride={self.stride}"
        if self.padding != (0,) * self.dims:
            text += f", padding={self.padding}" if not isinstance(self.padding, str) else f", padding={self.padding}"
        if self.dilation != (1,) * self.dims:
            text += f", dilation={self.dilation}"
        if self.output_padding != (0,) * self.dims:
            text += f", output_padding={self.output_padding}"
        if self.groups != 1:
            text += f", groups={self.groups}"
        if self.bias is None:
            text += ", bias=False"
        if self.padding_mode != "zeros":
            text += f", padding_mode={self.padding_mode}"
        return text


class Conv1d(_Conv):
    r"""Slides small filters along a signal: each output is a weighted sum of its neighbourhood.

    Formula: y_{k}[t] = b_k + \sum_{c} \sum_{i} W_{k,c}[i]\, x_c[s t + d i - p]
    Shape: (N, C, L) or (C, L) -> (N, out_channels, (L + 2p - d(k - 1) - 1) / s + 1)
    Args:
        in_channels: channels that come in
        out_channels: how many filters, each giving a channel
        kernel_size: length of a filter
        stride: how far the filter moves
        padding: zeros added at both ends, 'same' or 'valid'
        dilation: gaps between the filter's elements
        groups: parts of the channels that do not see each other
        bias: whether to add one learned number to each channel
        padding_mode: 'zeros', 'reflect', 'replicate' or 'circular'
    Paper: LeCun et al. 1989, Backpropagation Applied to Handwritten Zip Code Recognition
    Example:
        conv = nn.Conv1d(1, 1, kernel_size=3, padding=1, bias=False)
        with torch.no_grad():
            conv.weight.copy_(torch.tensor([[[-1.0, 0.0, 1.0]]]))
        conv(torch.tensor([[[0.0, 0.0, 1.0, 1.0, 1.0]]]))  # where it rises
    """

    dims = 1

    def __init__(self, in_channels: int, out_channels: int, kernel_size: int, stride: int = 1, padding: int = 0,
                 dilation: int = 1, groups: int = 1, bias: bool = True, padding_mode: str = "zeros", device=None,
                 dtype=None):
        super().__init__(in_channels, out_channels, kernel_size, stride, padding, dilation, groups, bias, padding_mode,
                         0, device, dtype)

    def forward(self, input):
        input, padding = self._padded(input)
        return F.conv1d(input, self.weight, self.bias, self.stride, padding, self.dilation, self.groups)


class Conv2d(_Conv):
    r"""Slides small filters over an image: each output is a weighted sum of its neighbourhood.

    Formula: y_{k}[u, v] = b_k + \sum_{c} \sum_{i, j} W_{k,c}[i, j]\, x_c[s u + d i - p,\; s v + d j - p]
    Shape: (N, C, H, W) or (C, H, W) -> (N, out_channels, (H + 2p - d(k - 1) - 1) / s + 1, likewise W)
    Args:
        in_channels: channels that come in
        out_channels: how many filters, each giving a channel
        kernel_size: height and width of a filter
        stride: how far the filter moves
        padding: zeros added around the image, 'same' or 'valid'
        dilation: gaps between the filter's elements
        groups: parts of the channels that do not see each other
        bias: whether to add one learned number to each channel
        padding_mode: 'zeros', 'reflect', 'replicate' or 'circular'
    Paper: LeCun et al. 1989, Backpropagation Applied to Handwritten Zip Code Recognition
    Example:
        conv = nn.Conv2d(1, 8, kernel_size=3, padding=1)
        print(conv.weight.shape)
        conv(torch.randn(64, 1, 8, 8)).shape
    """

    dims = 2

    def __init__(self, in_channels: int, out_channels: int, kernel_size: int, stride: int = 1, padding: int = 0,
                 dilation: int = 1, groups: int = 1, bias: bool = True, padding_mode: str = "zeros", device=None,
                 dtype=None):
        super().__init__(in_channels, out_channels, kernel_size, stride, padding, dilation, groups, bias, padding_mode,
                         0, device, dtype)

    def forward(self, input):
        input, padding = self._padded(input)
        return F.conv2d(input, self.weight, self.bias, self.stride, padding, self.dilation, self.groups)


class Conv3d(_Conv):
    r"""Slides small filters over a volume: each output is a weighted sum of its neighbourhood.

    Formula: y_{k}[t] = b_k + \sum_{c} \sum_{i} W_{k,c}[i]\, x_c[s t + d i - p] \quad (t, i \in \mathbb{Z}^3)
    Shape: (N, C, D, H, W) or (C, D, H, W) -> (N, out_channels, (D + 2p - d(k - 1) - 1) / s + 1, likewise H, W)
    Args:
        in_channels: channels that come in
        out_channels: how many filters, each giving a channel
        kernel_size: depth, height and width of a filter
        stride: how far the filter moves
        padding: zeros added around the volume, 'same' or 'valid'
        dilation: gaps between the filter's elements
        groups: parts of the channels that do not see each other
        bias: whether to add one learned number to each channel
        padding_mode: 'zeros', 'reflect', 'replicate' or 'circular'
    Example:
        conv = nn.Conv3d(1, 4, kernel_size=3, padding=1)
        print(conv.weight.shape)
        conv(torch.randn(2, 1, 5, 6, 7)).shape
    """

    dims = 3

    def __init__(self, in_channels: int, out_channels: int, kernel_size: int, stride: int = 1, padding: int = 0,
                 dilation: int = 1, groups: int = 1, bias: bool = True, padding_mode: str = "zeros", device=None,
                 dtype=None):
        super().__init__(in_channels, out_channels, kernel_size, stride, padding, dilation, groups, bias, padding_mode,
                         0, device, dtype)

    def forward(self, input):
        input, padding = self._padded(input)
        return F.conv3d(input, self.weight, self.bias, self.stride, padding, self.dilation, self.groups)
