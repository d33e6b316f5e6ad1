"""Linear"""

import math

import torch
from torch.nn import functional as F, init
from torch.nn.parameter import Parameter
from .module import Module


class Identity(Module):
    r"""Gives back what it gets.

    Formula: y = x
    Shape: (*) -> (*)
    Example:
        nn.Identity()(torch.tensor([1.0, 2.0]))
    """

    def __init__(self, *args, **kwargs):
        super().__init__()

    def forward(self, input):
        return input


class Linear(Module):
    r"""Weighs every input for every output and adds a bias.

    Formula: y = x W^\top + b
    Gradient:
        input: \bar{y} W
        weight: \bar{y}^\top x
        bias: \sum_n \bar{y}_n
    Shape: (*, in_features) -> (*, out_features)
    Args:
        in_features: how many numbers come in
        out_features: how many numbers go out
        bias: whether to add one learned number to each output
    Example:
        layer = nn.Linear(3, 2)
        x = torch.tensor([[1.0, 2.0, 3.0]])
        print(layer(x))
        x @ layer.weight.T + layer.bias
    """

    def __init__(self, in_features: int, out_features: int, bias: bool = True, device=None, dtype=None):
        super().__init__()
        self.in_features = in_features
        self.out_features = out_features
        self.weight = Parameter(torch.empty(out_features, in_features, device=device, dtype=dtype))
        if bias:
            self.bias = Parameter(torch.empty(out_features, device=device, dtype=dtype))
        else:
            self.register_parameter("bias", None)
        self.reset_parameters()

    def reset_parameters(self):
        """Draws the first weights and biases between -1/sqrt(in_features) and 1/sqrt(in_features)."""
        init.kaiming_uniform_(self.weight, a=math.sqrt(5))
        if self.bias is not None:
            bound = 1 / math.sqrt(self.in_features) if self.in_features > 0 else 0
            init.uniform_(self.bias, -bound, bound)

    def forward(self, input):
        return F.linear(input, self.weight, self.bias)

    def extra_repr(self):
        return f"in_features={self.in_features}, out_features={self.out_features}, bias={self.bias is not None}"


class Bilinear(Module):
    r"""Weighs every pair of a number from the first input and one from the second.

    Formula: y = x_1^\top A\, x_2 + b
    Shape: (*, in1_features), (*, in2_features) -> (*, out_features)
    Args:
        in1_features: size of the first input
        in2_features: size of the second input
        out_features: how many numbers go out
        bias: whether to add one learned number to each output
    Example:
        layer = nn.Bilinear(2, 3, 4)
        print(layer.weight.shape)
        layer(torch.randn(5, 2), torch.randn(5, 3)).shape
    """

    def __init__(self, in1_features: int, in2_features: int, out_features: int, bias: bool = True,
                 device=None, dtype=None):
        super().__init__()
        if in1_features <= 0:
            raise ValueError(f"in1_features must be > 0, but got {in1_features}")
        self.in1_features = in1_features
        self.in2_features = in2_features
        self.out_features = out_features
        self.weight = Parameter(torch.empty(out_features, in1_features, in2_features, device=device, dtype=dtype))
        if bias:
            self.bias = Parameter(torch.empty(out_features, device=device, dtype=dtype))
        else:
            self.register_parameter("bias", None)
        self.reset_parameters()

    def reset_parameters(self):
        bound = 1 / math.sqrt(self.weight.size(1))
        init.uniform_(self.weight, -bound, bound)
        if self.bias is not None:
            init.uniform_(self.bias, -bound, bound)

    def forward(self, input1, input2):
        return F.bilinear(input1, input2, self.weight, self.bias)

    def extra_repr(self):
        return (f"in1_features={self.in1_features}, in2_features={self.in2_features}, "
                f"out_features={self.out_features}, bias={self.bias is not None}")


class NonDynamicallyQuantizableLinear(Linear):
    """A Linear that quantization leaves alone: the last layer of MultiheadAttention."""
