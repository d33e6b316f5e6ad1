"""Transposed convolution"""

from torch.nn import functional as F
from .conv import _Conv


class _ConvTranspose(_Conv):
    transposed = True

    def _output_padding(self, input, output_size):
        """What has to be added for the output to have the size that was asked for."""
        if output_size is None:
            return self.output_padding
        sizes = list(output_size)[-self.dims:]
        extra = []
        for i in range(self.dims):
            least = ((input.size(i - self.dims) - 1) * self.stride[i] - 2 * self.padding[i]
                     + self.dilation[i] * (self.kernel_size[i] - 1) + 1)
            if not least <= sizes[i] < least + self.stride[i]:
                raise ValueError(f"requested an output size of {output_size}, which is not reachable")
            extra.append(sizes[i] - least)
        return tuple(extra)


class ConvTranspose1d(_ConvTranspose):
    r"""The gradient of a convolution as a layer: makes signals longer.

    Formula: y_k[s t + d i - p] \mathrel{+}= \sum_c W_{c,k}[i]\, x_c[t]
    Shape: (N, C, L) -> (N, out_channels, (L - 1) s - 2p + d(k - 1) + output_padding + 1)
    Args:
        in_channels: channels that come in
        out_channels: channels that go out
        kernel_size: length of a filter
        stride: how far apart the inputs are laid out
        padding: how much is cut off at both ends
        output_padding: how much is added at one end
        groups: parts of the channels that do not see each other
        bias: whether to add one learned number to each channel
        dilation: gaps between the filter's elements
        padding_mode: only 'zeros'
    Example:
        up = nn.ConvTranspose1d(1, 1, kernel_size=2, stride=2, bias=False)
        nn.init.ones_(up.weight)
        up(torch.tensor([[[1.0, 2.0, 3.0]]]))
    """

    dims = 1

    def __init__(self, in_channels: int, out_channels: int, kernel_size: int, stride: int = 1, padding: int = 0,
                 output_padding: int = 0, groups: int = 1, bias: bool = True, dilation: int = 1,
                 padding_mode: str = "zeros", device=None, dtype=None):
        super().__init__(in_channels, out_channels, kernel_size, stride, padding, dilation, groups, bias, padding_mode,
                         output_padding, device, dtype)

    def forward(self, input, output_size=None):
        return F.conv_transpose1d(input, self.weight, self.bias, self.stride, self.padding,
                                  self._output_padding(input, output_size), self.groups, self.dilation)


class ConvTranspose2d(_ConvTranspose):
    r"""The gradient of a convolution as a layer: makes images larger.

    Formula: y_k[s u + d i - p,\; s v + d j - p] \mathrel{+}= \sum_c W_{c,k}[i, j]\, x_c[u, v]
    Shape: (N, C, H, W) -> (N, out_channels, (H - 1) s - 2p + d(k - 1) + output_padding + 1, likewise W)
    Args:
        in_channels: channels that come in
        out_channels: channels that go out
        kernel_size: height and width of a filter
        stride: how far apart the inputs are laid out
        padding: how much is cut off on all sides
        output_padding: how much is added on one side
        groups: parts of the channels that do not see each other
        bias: whether to add one learned number to each channel
        dilation: gaps between the filter's elements
        padding_mode: only 'zeros'
    Example:
        up = nn.ConvTranspose2d(8, 4, kernel_size=2, stride=2)
        up(torch.randn(1, 8, 7, 7)).shape  # twice as high and wide
    """

    dims = 2

    def __init__(self, in_channels: int, out_channels: int, kernel_size: int, stride: int = 1, padding: int = 0,
                 output_padding: int = 0, groups: int = 1, bias: bool = True, dilation: int = 1,
                 padding_mode: str = "zeros", device=None, dtype=None):
        super().__init__(in_channels, out_channels, kernel_size, stride, padding, dilation, groups, bias, padding_mode,
                         output_padding, device, dtype)

    def forward(self, input, output_size=None):
        return F.conv_transpose2d(input, self.weight, self.bias, self.stride, self.padding,
                                  self._output_padding(input, output_size), self.groups, self.dilation)


class ConvTranspose3d(_ConvTranspose):
    r"""The gradient of a convolution as a layer: makes volumes larger.

    Formula: y_k[s t + d i - p] \mathrel{+}= \sum_c W_{c,k}[i]\, x_c[t] \quad (t, i \in \mathbb{Z}^3)
    Shape: (N, C, D, H, W) -> (N, out_channels, (D - 1) s - 2p + d(k - 1) + output_padding + 1, likewise H, W)
    Args:
        in_channels: channels that come in
        out_channels: channels that go out
        kernel_size: depth, height and width of a filter
        stride: how far apart the inputs are laid out
        padding: how much is cut off on all sides
        output_padding: how much is added on one side
        groups: parts of the channels that do not see each other
        bias: whether to add one learned number to each channel
        dilation: gaps between the filter's elements
        padding_mode: only 'zeros'
    Example:
        up = nn.ConvTranspose3d(4, 2, kernel_size=2, stride=2)
        up(torch.randn(1, 4, 3, 3, 3)).shape  # twice as deep, high and wide
    """

    dims = 3

    def __init__(self, in_channels: int, out_channels: int, kernel_size: int, stride: int = 1, padding: int = 0,
                 output_padding: int = 0, groups: int = 1, bias: bool = True, dilation: int = 1,
                 padding_mode: str = "zeros", device=None, dtype=None):
        super().__init__(in_channels, out_channels, kernel_size, stride, padding, dilation, groups, bias, padding_mode,
                         output_padding, device, dtype)

    def forward(self, input, output_size=None):
        return F.conv_transpose3d(input, self.weight, self.bias, self.stride, self.padding,
                                  self._output_padding(input, output_size), self.groups, self.dilation)
