r"""Layers, losses and the `Module` they are made of.

How a layer is written here. The docstring of a layer, loss or optimizer is its card: the palette, the inspector and
the reference are made from it, so it has one form:

    class Linear(Module):
        r'''Weighs every input for every output and adds a bias.

        Formula: y = x W^\top + b
        Gradient:
            input: \bar{y} W
            weight: \bar{y}^\top x
            bias: \sum_n \bar{y}_n
        Shape: (*, in_features) -> (*, out_features)
        Args:
            in_features: how many numbers come in
            out_features: how many go out
            bias: whether to add one learned number to each output
        Paper: ...
        '''

The first paragraph is the summary, `Formula` is LaTeX, `Gradient` what reaches each input when `\bar{y}` arrives at the
output (`\bar{L}` at a loss), `Shape` the shape rule, `Args` what each argument of `__init__` means (the signature gives
order, type and default), `Paper` where the idea comes from. A section goes on in lines indented deeper. The source page is PyTorch's, found by the class's name.
"""

from .parameter import Parameter, Buffer, UninitializedParameter, UninitializedBuffer
from .modules import *
from . import functional, init, modules, parallel, parameter, utils
from .parallel import DataParallel
