"""Max pooling backwards"""

from torch.nn import functional as F
from .module import Module


class _MaxUnpool(Module):
    def __init__(self, kernel_size: int, stride: int = None, padding: int = 0):
        super().__init__()
        one_each = lambda value: tuple(value) if isinstance(value, (tuple, list)) else (value,) * self.dims
        self.kernel_size = one_each(kernel_size)
        self.stride = one_each(kernel_size if stride is None else stride)
        self.padding = one_each(padding)

    def extra_repr(self):
        return f"kernel_size={self.kernel_size}, stride={self.stride}, padding={self.padding}"


class MaxUnpool1d(_MaxUnpool):
    """Puts each number of a pooled signal where it was found, zeros elsewhere.

    Shape: (N, C, L) -> (N, C, (L - 1) s - 2p + k)
    Args:
        kernel_size: the window of the pooling
        stride: its stride; kernel_size if None
        padding: its padding
    Example:
        pool, unpool = nn.MaxPool1d(2, return_indices=True), nn.MaxUnpool1d(2)
        values, places = pool(torch.tensor([[[1.0, 3.0, 2.0, 0.0]]]))
        unpool(values, places)  # back where they were found
    """

    dims = 1

    def forward(self, input, indices, output_size=None):
        return F.max_unpool1d(input, indices, self.kernel_size, self.stride, self.padding, output_size)


class MaxUnpool2d(_MaxUnpool):
    """Puts each number of a pooled image where it was found, zeros elsewhere.

    Shape: (N, C, H, W) -> (N, C, (H - 1) s - 2p + k, likewise W)
    Args:
        kernel_size: the window of the pooling
        stride: its stride; kernel_size if None
        padding: its padding
    Example:
        pool, unpool = nn.MaxPool2d(2, return_indices=True), nn.MaxUnpool2d(2)
        values, places = pool(torch.arange(16.0).reshape(1, 1, 4, 4))
        unpool(values, places)  # back where they were found
    """

    dims = 2

    def forward(self, input, indices, output_size=None):
        return F.max_unpool2d(input, indices, self.kernel_size, self.stride, self.padding, output_size)


class MaxUnpool3d(_MaxUnpool):
    """Puts each number of a pooled volume where it was found, zeros elsewhere.

    Shape: (N, C, D, H, W) -> (N, C, (D - 1) s - 2p + k, likewise H, W)
    Args:
        kernel_size: the window of the pooling
        stride: its stride; kernel_size if None
        padding: its padding
    Example:
        pool, unpool = nn.MaxPool3d(2, return_indices=True), nn.MaxUnpool3d(2)
        values, places = pool(torch.arange(8.0).reshape(1, 1, 2, 2, 2))
        unpool(values, places).flatten()  # back where it was found
    """

    dims = 3

    def forward(self, input, indices, output_size=None):
        return F.max_unpool3d(input, indices, self.kernel_size, self.stride, self.padding, output_size)
