"""Normalization within an item"""

import torch
from torch.nn import functional as F, init
from torch.nn.parameter import Parameter
from .module import Module


class LayerNorm(Module):
    r"""Shifts and scales every item to mean 0 and variance 1, then by learned numbers.

    Formula: y = \frac{x - \mathrm{E}[x]}{\sqrt{\mathrm{Var}[x] + \epsilon}} \gamma + \beta
    Shape: (*, normalized_shape) -> the same
    Args:
        normalized_shape: the last sizes of the input, over which it normalizes
        eps: keeps the division away from zero
        elementwise_affine: whether to learn gamma and beta
        bias: whether to learn beta
    Paper: Ba et al. 2016, Layer Normalization
    Example:
        norm = nn.LayerNorm(4)
        norm(torch.tensor([[1.0, 2.0, 3.0, 6.0], [10.0, 20.0, 30.0, 60.0]]))
    """

    def __init__(self, normalized_shape: int, eps: float = 1e-5, elementwise_affine: bool = True, bias: bool = True,
                 device=None, dtype=None):
        super().__init__()
        if isinstance(normalized_shape, int):
            normalized_shape = (normalized_shape,)
        self.normalized_shape = tuple(normalized_shape)
        self.eps = eps
        self.elementwise_affine = elementwise_affine
        if elementwise_affine:
            self.weight = Parameter(torch.empty(self.normalized_shape, device=device, dtype=dtype))
        else:
            self.register_parameter("weight", None)
        if elementwise_affine and bias:
            self.bias = Parameter(torch.empty(self.normalized_shape, device=device, dtype=dtype))
        else:
            self.register_parameter("bias", None)
        self.reset_parameters()

    def reset_parameters(self):
        if self.weight is not None:
            init.ones_(self.weight)
        if self.bias is not None:
            init.zeros_(self.bias)

    def forward(self, input):
        return F.layer_norm(input, self.normalized_shape, self.weight, self.bias, self.eps)

    def extra_repr(self):
        return (f"{self.normalized_shape}, eps={self.eps}, elementwise_affine={self.elementwise_affine}, "
                f"bias={self.bias is not None}")


class RMSNorm(Module):
    r"""Scales every item to mean square 1, then by learned numbers.

    Formula: y = \frac{x}{\sqrt{\mathrm{E}[x^2] + \epsilon}} \gamma
    Shape: (*, normalized_shape) -> the same
    Args:
        normalized_shape: the last sizes of the input, over which it normalizes
        eps: keeps the division away from zero; the smallest step of the dtype if None
        elementwise_affine: whether to learn gamma
    Paper: Zhang and Sennrich 2019, Root Mean Square Layer Normalization
    Example:
        norm = nn.RMSNorm(4)
        norm(torch.tensor([[1.0, -2.0, 2.0, 4.0]]))
    """

    def __init__(self, normalized_shape: int, eps: float = None, elementwise_affine: bool = True, device=None,
                 dtype=None):
        super().__init__()
        if isinstance(normalized_shape, int):
            normalized_shape = (normalized_shape,)
        self.normalized_shape = tuple(normalized_shape)
        self.eps = eps
        self.elementwise_affine = elementwise_affine
        if elementwise_affine:
            self.weight = Parameter(torch.empty(self.normalized_shape, device=device, dtype=dtype))
        else:
            self.register_parameter("weight", None)
        self.reset_parameters()

    def reset_parameters(self):
        if self.weight is not None:
            init.ones_(self.weight)

    def forward(self, input):
        return F.rms_norm(input, self.normalized_shape, self.weight, self.eps)

    def extra_repr(self):
        return f"{self.normalized_shape}, eps={self.eps}, elementwise_affine={self.elementwise_affine}"


class GroupNorm(Module):
    r"""Shifts and scales groups of channels of every item to mean 0 and variance 1, then by learned numbers.

    Formula: y = \frac{x - \mathrm{E}[x]}{\sqrt{\mathrm{Var}[x] + \epsilon}} \gamma + \beta
    Shape: (N, C, *) -> the same
    Args:
        num_groups: how many groups
        num_channels: how many channels, a multiple of num_groups
        eps: keeps the division away from zero
        affine: whether to learn gamma and beta
        bias: whether to learn beta
    Paper: Wu and He 2018, Group Normalization
    Example:
        norm = nn.GroupNorm(num_groups=2, num_channels=4)
        y = norm(torch.randn(1, 4, 5, 5) * 3 + 1)
        y.reshape(2, -1).std(dim=1, unbiased=False)  # one spread for each group
    """

    def __init__(self, num_groups: int, num_channels: int, eps: float = 1e-5, affine: bool = True, device=None,
                 dtype=None, *, bias: bool = True):
        super().__init__()
        if num_channels % num_groups != 0:
            raise ValueError(f"num_channels ({num_channels}) must be divisible by num_groups ({num_groups})")
        self.num_groups = num_groups
        self.num_channels = num_channels
        self.eps = eps
        self.affine = affine
        if affine:
            self.weight = Parameter(torch.empty(num_channels, device=device, dtype=dtype))
        else:
            self.register_parameter("weight", None)
        if affine and bias:
            self.bias = Parameter(torch.empty(num_channels, device=device, dtype=dtype))
        else:
            self.register_parameter("bias", None)
        self.reset_parameters()

    def reset_parameters(self):
        if self.weight is not None:
            init.ones_(self.weight)
        if self.bias is not None:
            init.zeros_(self.bias)

    def forward(self, input):
        return F.group_norm(input, self.num_groups, self.weight, self.bias, self.eps)

    def extra_repr(self):
        bias = f", bias={self.bias is not None}"
        return f"{self.num_groups}, {self.num_channels}, eps={self.eps}, affine={self.affine}{bias}"


class LocalResponseNorm(Module):
    r"""Divides every number by the size of its neighbours in other channels.

    Formula: y_c = x_c \left(k + \tfrac{\alpha}{n} \sum_{c'} x_{c'}^2\right)^{-\beta}
    Shape: (N, C, *) -> the same
    Args:
        size: how many neighbouring channels
        alpha: factor
        beta: exponent
        k: added to the sum
    Paper: Krizhevsky et al. 2012, ImageNet Classification with Deep Convolutional Neural Networks
    Example:
        norm = nn.LocalResponseNorm(size=3)
        norm(torch.ones(1, 4, 1, 1) * 100).flatten()
    """

    def __init__(self, size: int, alpha: float = 1e-4, beta: float = 0.75, k: float = 1.0):
        super().__init__()
        self.size = size
        self.alpha = alpha
        self.beta = beta
        self.k = k

    def forward(self, input):
        return F.local_response_norm(input, self.size, self.alpha, self.beta, self.k)

    def extra_repr(self):
        return f"{self.size}, alpha={self.alpha}, beta={self.beta}, k={self.k}"
