"""Padding"""

from torch.nn import functional as F
from .module import Module


class _Pad(Module):
    """Fills the border of the last `dims` dimensions."""

    dims = 2
    mode = "constant"
    value = 0.0

    def __init__(self, padding: int):
        super().__init__()
        self.padding = tuple(padding) if isinstance(padding, (tuple, list)) else (padding,) * (2 * self.dims)

    def forward(self, input):
        return F.pad(input, self.padding, self.mode, self.value)

    def extra_repr(self):
        return f"{self.padding}"


class _ConstantPad(_Pad):
    def __init__(self, padding: int, value: float):
        super().__init__(padding)
        self.value = value

    def extra_repr(self):
        return f"padding={self.padding}, value={self.value}"


class ConstantPad1d(_ConstantPad):
    r"""Adds a number on both ends of a signal.

    Shape: (N, C, L) -> (N, C, L + left + right)
    Args:
        padding: how many, or (left, right)
        value: the number
    Example:
        nn.ConstantPad1d((1, 2), 9.0)(torch.tensor([[1.0, 2.0]]))
    """

    dims = 1


class ConstantPad2d(_ConstantPad):
    r"""Adds a number around an image.

    Shape: (N, C, H, W) -> (N, C, H + top + bottom, W + left + right)
    Args:
        padding: how many, or (left, right, top, bottom)
        value: the number
    Example:
        nn.ConstantPad2d(1, 9.0)(torch.ones(1, 2, 2))
    """


class ZeroPad1d(_Pad):
    r"""Adds zeros on both ends of a signal.

    Shape: (N, C, L) -> (N, C, L + left + right)
    Args:
        padding: how many, or (left, right)
    Example:
        nn.ZeroPad1d((1, 2))(torch.tensor([[1.0, 2.0]]))
    """

    dims = 1


class ZeroPad2d(_Pad):
    r"""Adds zeros around an image.

    Shape: (N, C, H, W) -> (N, C, H + top + bottom, W + left + right)
    Args:
        padding: how many, or (left, right, top, bottom)
    Example:
        nn.ZeroPad2d((1, 0, 0, 1))(torch.ones(1, 2, 2))  # left, right, top, bottom
    """


class ReflectionPad1d(_Pad):
    r"""Fills the border with the mirror image of the signal.

    Shape: (N, C, L) -> (N, C, L + left + right)
    Args:
        padding: how many, or (left, right)
    Example:
        nn.ReflectionPad1d(2)(torch.tensor([[1.0, 2.0, 3.0, 4.0]]))
    """

    dims = 1
    mode = "reflect"


class ReflectionPad2d(_Pad):
    r"""Fills the border with the mirror image of the picture.

    Shape: (N, C, H, W) -> (N, C, H + top + bottom, W + left + right)
    Args:
        padding: how many, or (left, right, top, bottom)
    Example:
        nn.ReflectionPad2d(1)(torch.arange(9.0).reshape(1, 3, 3))
    """

    mode = "reflect"


class ReplicationPad1d(_Pad):
    r"""Fills the border with the outermost numbers.

    Shape: (N, C, L) -> (N, C, L + left + right)
    Args:
        padding: how many, or (left, right)
    Example:
        nn.ReplicationPad1d(2)(torch.tensor([[1.0, 2.0, 3.0]]))
    """

    dims = 1
    mode = "replicate"


class ReplicationPad2d(_Pad):
    r"""Fills the border with the outermost pixels.

    Shape: (N, C, H, W) -> (N, C, H + top + bottom, W + left + right)
    Args:
        padding: how many, or (left, right, top, bottom)
    Example:
        nn.ReplicationPad2d(1)(torch.arange(4.0).reshape(1, 2, 2))
    """

    mode = "replicate"


class CircularPad1d(_Pad):
    r"""Fills the border as if the signal went round.

    Shape: (N, C, L) -> (N, C, L + left + right)
    Args:
        padding: how many, or (left, right)
    Example:
        nn.CircularPad1d(2)(torch.tensor([[1.0, 2.0, 3.0, 4.0]]))
    """

    dims = 1
    mode = "circular"


class CircularPad2d(_Pad):
    r"""Fills the border as if the image went round.

    Shape: (N, C, H, W) -> (N, C, H + top + bottom, W + left + right)
    Args:
        padding: how many, or (left, right, top, bottom)
    Example:
        nn.CircularPad2d(1)(torch.arange(4.0).reshape(1, 2, 2))
    """

    mode = "circular"


class ConstantPad3d(_ConstantPad):
    r"""Adds a number around a volume.

    Shape: (N, C, D, H, W) -> (N, C, D + front + back, H + top + bottom, W + left + right)
    Args:
        padding: how many, or (left, right, top, bottom, front, back)
        value: the number
    Example:
        nn.ConstantPad3d(1, 9.0)(torch.arange(8.0).reshape(1, 1, 2, 2, 2)).shape
    """

    dims = 3


class ZeroPad3d(_Pad):
    r"""Adds zeros around a volume.

    Shape: (N, C, D, H, W) -> (N, C, D + front + back, H + top + bottom, W + left + right)
    Args:
        padding: how many, or (left, right, top, bottom, front, back)
    Example:
        nn.ZeroPad3d(1)(torch.arange(8.0).reshape(1, 1, 2, 2, 2)).shape
    """

    dims = 3


class ReflectionPad3d(_Pad):
    r"""Fills the border with the mirror image of the volume.

    Shape: (N, C, D, H, W) -> (N, C, D + front + back, H + top + bottom, W + left + right)
    Args:
        padding: how many, or (left, right, top, bottom, front, back)
    Example:
        nn.ReflectionPad3d(1)(torch.arange(8.0).reshape(1, 1, 2, 2, 2)).shape
    """

    dims = 3
    mode = "reflect"


class ReplicationPad3d(_Pad):
    r"""Fills the border with the outermost numbers of the volume.

    Shape: (N, C, D, H, W) -> (N, C, D + front + back, H + top + bottom, W + left + right)
    Args:
        padding: how many, or (left, right, top, bottom, front, back)
    Example:
        nn.ReplicationPad3d(1)(torch.arange(8.0).reshape(1, 1, 2, 2, 2)).shape
    """

    dims = 3
    mode = "replicate"


class CircularPad3d(_Pad):
    r"""Fills the border as if the volume went round.

    Shape: (N, C, D, H, W) -> (N, C, D + front + back, H + top + bottom, W + left + right)
    Args:
        padding: how many, or (left, right, top, bottom, front, back)
    Example:
        nn.CircularPad3d((1, 0, 0, 0, 0, 0))(torch.arange(8.0).reshape(1, 1, 2, 2, 2)).shape
    """

    dims = 3
    mode = "circular"
