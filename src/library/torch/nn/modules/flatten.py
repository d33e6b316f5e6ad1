"""Shape"""

from .module import Module


class Flatten(Module):
    r"""Lays neighbouring dimensions out in one, the batch left alone.

    Formula: y_{b,\,i} = x_{b,\,i_1 i_2 \cdots}
    Shape: (N, C, H, W) -> (N, C * H * W)
    Args:
        start_dim: first dimension to lay out
        end_dim: last dimension to lay out
    Example:
        nn.Flatten()(torch.randn(64, 1, 8, 8)).shape
    """

    def __init__(self, start_dim: int = 1, end_dim: int = -1):
        super().__init__()
        self.start_dim = start_dim
        self.end_dim = end_dim

    def forward(self, input):
        return input.flatten(self.start_dim, self.end_dim)

    def extra_repr(self):
        return f"start_dim={self.start_dim}, end_dim={self.end_dim}"


class Unflatten(Module):
    r"""Splits one dimension into several.

    Shape: (*, d1 * d2, *) -> (*, d1, d2, *)
    Args:
        dim: the dimension to split
        unflattened_size: the sizes that it becomes
    Example:
        nn.Unflatten(1, (2, 3))(torch.arange(12.0).reshape(2, 6)).shape
    """

    def __init__(self, dim: int, unflattened_size: tuple):
        super().__init__()
        self.dim = dim
        self.unflattened_size = unflattened_size

    def forward(self, input):
        return input.unflatten(self.dim, self.unflattened_size)

    def extra_repr(self):
        return f"dim={self.dim}, unflattened_size={self.unflattened_size}"
