"""Dropout"""

from _kindling import explained
from torch.nn import functional as F
from .module import Module


class _Dropout(Module):
    def __init__(self, p: float = 0.5, inplace: bool = False):
        super().__init__()
        if p < 0 or p > 1:
            raise explained(
                ValueError(f"dropout probability has to be between 0 and 1, but got {p}"),
                "p is the share that is set to zero, not a percentage.",
            )
        self.p = p
        self.inplace = inplace

    def extra_repr(self):
        return f"p={self.p}, inplace={self.inplace}"


class Dropout(_Dropout):
    r"""While training, sets each number to zero with probability p and scales the others up by 1/(1-p).

    Formula: y_i = \frac{m_i\, x_i}{1 - p}, \quad m_i \sim \text{Bernoulli}(1 - p)
    Shape: (*) -> (*)
    Args:
        p: probability of a zero
        inplace: whether to change the input itself
    Paper: Hinton et al. 2012, Improving neural networks by preventing co-adaptation of feature detectors
    Example:
        drop = nn.Dropout(p=0.5)
        print(drop(torch.ones(8)))  # what is left is doubled
        drop.eval()(torch.ones(8))
    """

    def forward(self, input):
        return F.dropout(input, self.p, self.training, self.inplace)


class Dropout1d(_Dropout):
    r"""While training, sets whole channels to zero with probability p.

    Formula: y_{n,c} = \frac{m_{n,c}\, x_{n,c}}{1 - p}
    Shape: (N, C, L) or (C, L) -> the same
    Args:
        p: probability that a channel is zeroed
        inplace: whether to change the input itself
    Example:
        drop = nn.Dropout1d(p=0.5)
        drop(torch.ones(1, 4, 3))  # whole channels
    """

    def forward(self, input):
        return F.dropout1d(input, self.p, self.training, self.inplace)


class Dropout2d(_Dropout):
    r"""While training, sets whole channels of an image to zero with probability p.

    Formula: y_{n,c} = \frac{m_{n,c}\, x_{n,c}}{1 - p}
    Shape: (N, C, H, W) or (C, H, W) -> the same
    Args:
        p: probability that a channel is zeroed
        inplace: whether to change the input itself
    Paper: Tompson et al. 2014, Efficient Object Localization Using Convolutional Networks
    Example:
        drop = nn.Dropout2d(p=0.5)
        drop(torch.ones(1, 4, 2, 2))  # whole channels
    """

    def forward(self, input):
        return F.dropout2d(input, self.p, self.training, self.inplace)


class Dropout3d(_Dropout):
    r"""While training, sets whole channels of a volume to zero with probability p.

    Formula: y_{n,c} = \frac{m_{n,c}\, x_{n,c}}{1 - p}
    Shape: (N, C, D, H, W) -> the same
    Args:
        p: probability that a channel is zeroed
        inplace: whether to change the input itself
    Example:
        drop = nn.Dropout3d(p=0.5)
        drop(torch.ones(1, 3, 1, 2, 2))  # whole channels
    """

    def forward(self, input):
        return F.dropout3d(input, self.p, self.training, self.inplace)


class AlphaDropout(_Dropout):
    r"""Dropout that keeps mean 0 and variance 1, made to go with SELU.

    Formula: y = a\,(m x + (1 - m)\,\alpha') + b
    Shape: (*) -> (*)
    Args:
        p: probability of being dropped
        inplace: whether to change the input itself
    Paper: Klambauer et al. 2017, Self-Normalizing Neural Networks
    Example:
        drop = nn.AlphaDropout(p=0.5)
        print(drop(torch.ones(6)))
        drop.eval()(torch.ones(3))
    """

    def forward(self, input):
        return F.alpha_dropout(input, self.p, self.training)


class FeatureAlphaDropout(_Dropout):
    r"""AlphaDropout of whole channels.

    Formula: y = a\,(m x + (1 - m)\,\alpha') + b
    Shape: (N, C, *) -> the same
    Args:
        p: probability that a channel is dropped
        inplace: whether to change the input itself
    Example:
        drop = nn.FeatureAlphaDropout(p=0.5)
        drop(torch.ones(1, 4, 3))  # whole channels
    """

    def forward(self, input):
        return F.feature_alpha_dropout(input, self.p, self.training)
