"""Activations"""

import torch
from torch.nn import functional as F, init
from torch.nn.parameter import Parameter
from .attention import MultiheadAttention
from .module import Module


class _Inplace(Module):
    """An activation whose one choice is to change its input itself."""

    def __init__(self, inplace: bool = False):
        super().__init__()
        self.inplace = inplace

    def extra_repr(self):
        return "inplace=True" if self.inplace else ""


class ReLU(_Inplace):
    r"""Keeps what is positive and makes the rest zero.

    Formula: y = \max(0, x)
    Gradient:
        input: \bar{y} \text{ where } x > 0, \text{ else } 0
    Shape: (*) -> (*)
    Args:
        inplace: whether to change the input itself
    Example:
        f = nn.ReLU()
        f(torch.tensor([-2.0, -0.5, 0.0, 0.5, 2.0]))
    """

    def forward(self, input):
        return F.relu(input, inplace=self.inplace)


class ReLU6(_Inplace):
    r"""ReLU that stops growing at 6.

    Formula: y = \min(\max(0, x), 6)
    Gradient:
        input: \bar{y} \text{ where } 0 < x < 6, \text{ else } 0
    Shape: (*) -> (*)
    Args:
        inplace: whether to change the input itself
    Example:
        f = nn.ReLU6()
        f(torch.tensor([-2.0, 0.0, 3.0, 8.0]))
    """

    def forward(self, input):
        return F.relu6(input, self.inplace)

    def extra_repr(self):
        return "inplace=True" if self.inplace else ""


class SiLU(_Inplace):
    r"""The input times its sigmoid; also called swish.

    Formula: y = x\,\sigma(x)
    Gradient:
        input: \bar{y}\,\sigma(x)\,(1 + x\,(1 - \sigma(x)))
    Shape: (*) -> (*)
    Args:
        inplace: whether to change the input itself
    Paper: Hendrycks and Gimpel 2016, Gaussian Error Linear Units
    Example:
        f = nn.SiLU()
        f(torch.tensor([-2.0, -0.5, 0.0, 0.5, 2.0]))
    """

    def forward(self, input):
        return F.silu(input, inplace=self.inplace)


class Mish(_Inplace):
    r"""The input times the tanh of its softplus: smooth, and it lets a little of the negative through.

    Formula: y = x \tanh(\ln(1 + e^x))
    Gradient:
        input: \bar{y} \left(t + x\,\sigma(x)\,(1 - t^2)\right), \quad t = \tanh(\ln(1 + e^x))
    Shape: (*) -> (*)
    Args:
        inplace: whether to change the input itself
    Paper: Misra 2019, Mish: A Self Regularized Non-Monotonic Neural Activation Function
    Example:
        f = nn.Mish()
        f(torch.tensor([-2.0, -0.5, 0.0, 0.5, 2.0]))
    """

    def forward(self, input):
        return F.mish(input, inplace=self.inplace)


class Hardswish(_Inplace):
    r"""Swish made of straight pieces.

    Formula: y = x \cdot \min(\max(x + 3, 0), 6) / 6
    Gradient:
        input: \bar{y}\,(x / 3 + 1/2) \text{ where } -3 < x < 3, \quad \bar{y} \text{ above}, \quad 0 \text{ below}
    Shape: (*) -> (*)
    Args:
        inplace: whether to change the input itself
    Paper: Howard et al. 2019, Searching for MobileNetV3
    Example:
        f = nn.Hardswish()
        f(torch.tensor([-2.0, -0.5, 0.0, 0.5, 2.0]))
    """

    def forward(self, input):
        return F.hardswish(input, self.inplace)

    def extra_repr(self):
        return ""


class Hardsigmoid(_Inplace):
    r"""Sigmoid made of straight pieces.

    Formula: y = \min(\max(x / 6 + 1/2, 0), 1)
    Gradient:
        input: \bar{y} / 6 \text{ where } -3 < x < 3, \text{ else } 0
    Shape: (*) -> (*)
    Args:
        inplace: whether to change the input itself
    Example:
        f = nn.Hardsigmoid()
        f(torch.tensor([-2.0, -0.5, 0.0, 0.5, 2.0]))
    """

    def forward(self, input):
        return F.hardsigmoid(input, self.inplace)

    def extra_repr(self):
        return ""


class SELU(_Inplace):
    r"""An ELU scaled so that layers keep mean 0 and variance 1 by themselves.

    Formula: y = s\,(\max(0, x) + \min(0, \alpha (e^x - 1))), \quad s \approx 1.0507, \; \alpha \approx 1.6733
    Gradient:
        input: s\,\bar{y} \text{ where } x > 0, \text{ else } s\,\alpha e^x\,\bar{y}
    Shape: (*) -> (*)
    Args:
        inplace: whether to change the input itself
    Paper: Klambauer et al. 2017, Self-Normalizing Neural Networks
    Example:
        f = nn.SELU()
        f(torch.tensor([-2.0, -0.5, 0.0, 0.5, 2.0]))
    """

    def forward(self, input):
        return F.selu(input, self.inplace)


class Tanh(Module):
    r"""Squeezes every number between -1 and 1.

    Formula: y = \tanh(x) = \frac{e^x - e^{-x}}{e^x + e^{-x}}
    Gradient:
        input: \bar{y}\,(1 - y^2)
    Shape: (*) -> (*)
    Example:
        f = nn.Tanh()
        f(torch.tensor([-2.0, -0.5, 0.0, 0.5, 2.0]))
    """

    def forward(self, input):
        return torch.tanh(input)


class Sigmoid(Module):
    r"""Squeezes every number between 0 and 1.

    Formula: y = \sigma(x) = \frac{1}{1 + e^{-x}}
    Gradient:
        input: \bar{y}\,y\,(1 - y)
    Shape: (*) -> (*)
    Example:
        f = nn.Sigmoid()
        f(torch.tensor([-2.0, -0.5, 0.0, 0.5, 2.0]))
    """

    def forward(self, input):
        return torch.sigmoid(input)


class LogSigmoid(Module):
    r"""The logarithm of the sigmoid, exact where the sigmoid itself would round to zero.

    Formula: y = \ln \frac{1}{1 + e^{-x}}
    Gradient:
        input: \bar{y}\,(1 - \sigma(x))
    Shape: (*) -> (*)
    Example:
        f = nn.LogSigmoid()
        f(torch.tensor([-2.0, -0.5, 0.0, 0.5, 2.0]))
    """

    def forward(self, input):
        return F.logsigmoid(input)


class Softsign(Module):
    r"""Squeezes every number between -1 and 1, more slowly than tanh.

    Formula: y = \frac{x}{1 + |x|}
    Gradient:
        input: \bar{y} / (1 + |x|)^2
    Shape: (*) -> (*)
    Example:
        f = nn.Softsign()
        f(torch.tensor([-2.0, -0.5, 0.0, 0.5, 2.0]))
    """

    def forward(self, input):
        return F.softsign(input)


class Tanhshrink(Module):
    r"""What tanh takes away: the input minus its tanh.

    Formula: y = x - \tanh(x)
    Gradient:
        input: \bar{y} \tanh^2(x)
    Shape: (*) -> (*)
    Example:
        f = nn.Tanhshrink()
        f(torch.tensor([-2.0, -0.5, 0.0, 0.5, 2.0]))
    """

    def forward(self, input):
        return F.tanhshrink(input)


class GELU(Module):
    r"""The input times the probability that a standard normal number is below it.

    Formula: y = x\,\Phi(x)
    Gradient:
        input: \bar{y}\,(\Phi(x) + x\,\varphi(x)), \quad \varphi(x) = e^{-x^2/2} / \sqrt{2 \pi}
    Shape: (*) -> (*)
    Args:
        approximate: 'none' for the exact one, 'tanh' for the estimate with tanh
    Paper: Hendrycks and Gimpel 2016, Gaussian Error Linear Units
    Example:
        f = nn.GELU()
        f(torch.tensor([-2.0, -0.5, 0.0, 0.5, 2.0]))
    """

    def __init__(self, approximate: str = "none"):
        super().__init__()
        self.approximate = approximate

    def forward(self, input):
        return F.gelu(input, approximate=self.approximate)

    def extra_repr(self):
        return f"approximate={self.approximate!r}"


class LeakyReLU(Module):
    r"""ReLU that lets a small slope through where it is negative, so that no unit dies.

    Formula: y = \max(0, x) + a \min(0, x)
    Gradient:
        input: \bar{y} \text{ where } x > 0, \text{ else } a\,\bar{y}
    Shape: (*) -> (*)
    Args:
        negative_slope: the slope a below zero
        inplace: whether to change the input itself
    Example:
        f = nn.LeakyReLU(0.1)
        f(torch.tensor([-2.0, -0.5, 0.0, 0.5, 2.0]))
    """

    def __init__(self, negative_slope: float = 0.01, inplace: bool = False):
        super().__init__()
        self.negative_slope = negative_slope
        self.inplace = inplace

    def forward(self, input):
        return F.leaky_relu(input, self.negative_slope, self.inplace)

    def extra_repr(self):
        return f"negative_slope={self.negative_slope}" + (", inplace=True" if self.inplace else "")


class ELU(Module):
    r"""The identity above zero; below, an exponential that levels off at -alpha.

    Formula: y = \max(0, x) + \min(0, \alpha (e^x - 1))
    Gradient:
        input: \bar{y} \text{ where } x > 0, \text{ else } \alpha e^x\,\bar{y}
    Shape: (*) -> (*)
    Args:
        alpha: below zero it levels off at -alpha
        inplace: whether to change the input itself
    Paper: Clevert et al. 2015, Fast and Accurate Deep Network Learning by Exponential Linear Units
    Example:
        f = nn.ELU()
        f(torch.tensor([-2.0, -0.5, 0.0, 0.5, 2.0]))
    """

    def __init__(self, alpha: float = 1.0, inplace: bool = False):
        super().__init__()
        self.alpha = alpha
        self.inplace = inplace

    def forward(self, input):
        return F.elu(input, self.alpha, self.inplace)

    def extra_repr(self):
        return f"alpha={self.alpha}" + (", inplace=True" if self.inplace else "")


class CELU(ELU):
    r"""An ELU whose slope is continuous for every alpha.

    Formula: y = \max(0, x) + \min(0, \alpha (e^{x/\alpha} - 1))
    Gradient:
        input: \bar{y} \text{ where } x > 0, \text{ else } e^{x/\alpha}\,\bar{y}
    Shape: (*) -> (*)
    Args:
        alpha: below zero it levels off at -alpha
        inplace: whether to change the input itself
    Paper: Barron 2017, Continuously Differentiable Exponential Linear Units
    Example:
        f = nn.CELU()
        f(torch.tensor([-2.0, -0.5, 0.0, 0.5, 2.0]))
    """

    def forward(self, input):
        return F.celu(input, self.alpha, self.inplace)


class PReLU(Module):
    r"""Leaky ReLU whose slope is learned.

    Formula: y = \max(0, x) + a \min(0, x), \quad a \text{ is } \texttt{weight}
    Gradient:
        input: \bar{y} \text{ where } x > 0, \text{ else } a\,\bar{y}
        weight: \sum \bar{y} \min(0, x)
    Shape: (N, C, *) -> the same
    Args:
        num_parameters: 1 for one slope, or one for each channel
        init: the slope to begin with
    Paper: He et al. 2015, Delving Deep into Rectifiers
    Example:
        f = nn.PReLU()  # the slope is learned
        print(f.weight)
        f(torch.tensor([-2.0, 0.0, 2.0]))
    """

    def __init__(self, num_parameters: int = 1, init: float = 0.25, device=None, dtype=None):
        super().__init__()
        self.num_parameters = num_parameters
        self.init = init
        self.weight = Parameter(torch.full((num_parameters,), init, device=device, dtype=dtype))

    def forward(self, input):
        return F.prelu(input, self.weight)

    def extra_repr(self):
        return f"num_parameters={self.num_parameters}"


class RReLU(Module):
    r"""Leaky ReLU whose slope is drawn at random for each number while training; in eval() it is the middle of the two bounds.

    Formula: y = \max(0, x) + a \min(0, x), \quad a \sim U(l, u)
    Gradient:
        input: \bar{y} \text{ where } x \ge 0, \text{ else } a\,\bar{y}
    Shape: (*) -> (*)
    Args:
        lower: smallest slope
        upper: largest slope
        inplace: whether to change the input itself
    Paper: Xu et al. 2015, Empirical Evaluation of Rectified Activations
    Example:
        f = nn.RReLU().eval()  # in training the slope is drawn anew for each number
        f(torch.tensor([-2.0, 0.0, 2.0]))
    """

    def __init__(self, lower: float = 1.0 / 8, upper: float = 1.0 / 3, inplace: bool = False):
        super().__init__()
        self.lower = lower
        self.upper = upper
        self.inplace = inplace

    def forward(self, input):
        return F.rrelu(input, self.lower, self.upper, self.training, self.inplace)

    def extra_repr(self):
        return f"lower={self.lower}, upper={self.upper}" + (", inplace=True" if self.inplace else "")


class Hardtanh(Module):
    r"""Cuts off below min_val and above max_val.

    Formula: y = \min(\max(x, \text{min\_val}), \text{max\_val})
    Gradient:
        input: \bar{y} \text{ where } \text{min\_val} < x < \text{max\_val}, \text{ else } 0
    Shape: (*) -> (*)
    Args:
        min_val: lower bound
        max_val: upper bound
        inplace: whether to change the input itself
    Example:
        f = nn.Hardtanh()
        f(torch.tensor([-2.0, -0.5, 0.0, 0.5, 2.0]))
    """

    def __init__(self, min_val: float = -1.0, max_val: float = 1.0, inplace: bool = False):
        super().__init__()
        assert max_val > min_val
        self.min_val = min_val
        self.max_val = max_val
        self.inplace = inplace

    def forward(self, input):
        return F.hardtanh(input, self.min_val, self.max_val, self.inplace)

    def extra_repr(self):
        return f"min_val={self.min_val}, max_val={self.max_val}" + (", inplace=True" if self.inplace else "")


class Softplus(Module):
    r"""A smooth ReLU: always positive, and its slope is the sigmoid.

    Formula: y = \frac{1}{\beta} \ln(1 + e^{\beta x})
    Gradient:
        input: \bar{y}\,\sigma(\beta x)
    Shape: (*) -> (*)
    Args:
        beta: how sharp the bend is
        threshold: where beta x is above it, the input is passed on as it is
    Example:
        f = nn.Softplus()
        f(torch.tensor([-2.0, -0.5, 0.0, 0.5, 2.0]))
    """

    def __init__(self, beta: float = 1.0, threshold: float = 20.0):
        super().__init__()
        self.beta = beta
        self.threshold = threshold

    def forward(self, input):
        return F.softplus(input, self.beta, self.threshold)

    def extra_repr(self):
        return f"beta={self.beta}, threshold={self.threshold}"


class _Shrink(Module):
    def __init__(self, lambd: float = 0.5):
        super().__init__()
        self.lambd = lambd

    def extra_repr(self):
        return str(self.lambd)


class Softshrink(_Shrink):
    r"""Moves every number towards zero by lambd; those nearer than that become zero.

    Formula: y = \operatorname{sign}(x) \max(|x| - \lambda, 0)
    Gradient:
        input: \bar{y} \text{ where } |x| > \lambda, \text{ else } 0
    Shape: (*) -> (*)
    Args:
        lambd: how far
    Example:
        f = nn.Softshrink()
        f(torch.tensor([-2.0, -0.5, 0.0, 0.5, 2.0]))
    """

    def forward(self, input):
        return F.softshrink(input, self.lambd)


class Hardshrink(_Shrink):
    r"""Sets numbers no further from zero than lambd to zero and keeps the others.

    Formula: y = x \text{ where } |x| > \lambda, \text{ else } 0
    Gradient:
        input: \bar{y} \text{ where } |x| > \lambda, \text{ else } 0
    Shape: (*) -> (*)
    Args:
        lambd: how near
    Example:
        f = nn.Hardshrink()
        f(torch.tensor([-2.0, -0.5, 0.0, 0.5, 2.0]))
    """

    def forward(self, input):
        return F.hardshrink(input, self.lambd)


class Threshold(Module):
    r"""Replaces what is not above the threshold by a value.

    Formula: y = x \text{ where } x > t, \text{ else } v
    Gradient:
        input: \bar{y} \text{ where } x > t, \text{ else } 0
    Shape: (*) -> (*)
    Args:
        threshold: the threshold t
        value: what stands in its place
        inplace: whether to change the input itself
    Example:
        f = nn.Threshold(0.1, -1.0)
        f(torch.tensor([-2.0, -0.5, 0.0, 0.5, 2.0]))
    """

    def __init__(self, threshold: float, value: float, inplace: bool = False):
        super().__init__()
        self.threshold = threshold
        self.value = value
        self.inplace = inplace

    def forward(self, input):
        return F.threshold(input, self.threshold, self.value, self.inplace)

    def extra_repr(self):
        return f"threshold={self.threshold}, value={self.value}" + (", inplace=True" if self.inplace else "")


class GLU(Module):
    r"""One half of the input, let through as far as the other half says.

    Formula: y = a \cdot \sigma(b), \quad x = [a, b]
    Gradient:
        input: [\bar{y}\,\sigma(b),\; \bar{y}\,a\,\sigma(b)(1 - \sigma(b))]
    Shape: (*, 2n, *) -> (*, n, *)
    Args:
        dim: the dimension that is halved
    Paper: Dauphin et al. 2016, Language Modeling with Gated Convolutional Networks
    Example:
        f = nn.GLU()
        f(torch.tensor([[1.0, 2.0, 0.0, -1.0]]))  # the first half, gated by the second
    """

    def __init__(self, dim: int = -1):
        super().__init__()
        self.dim = dim

    def forward(self, input):
        return F.glu(input, self.dim)

    def extra_repr(self):
        return f"dim={self.dim}"


class _OverDim(Module):
    def __init__(self, dim: int = None):
        super().__init__()
        self.dim = dim

    def extra_repr(self):
        return f"dim={self.dim}"


class Softmax(_OverDim):
    r"""Turns scores into probabilities: positive numbers that sum to 1 along a dimension.

    Formula: y_i = \frac{e^{x_i}}{\sum_j e^{x_j}}
    Gradient:
        input: y_i \left(\bar{y}_i - \sum_j \bar{y}_j y_j\right)
    Shape: (*) -> (*)
    Args:
        dim: the dimension along which they sum to 1
    Example:
        f = nn.Softmax(dim=1)
        f(torch.tensor([[1.0, 2.0, 3.0], [1.0, 1.0, 1.0]]))
    """

    def forward(self, input):
        return F.softmax(input, self.dim)


class LogSoftmax(_OverDim):
    r"""The logarithm of softmax, exact where softmax itself would round to zero.

    Formula: y_i = x_i - \ln \sum_j e^{x_j}
    Gradient:
        input: \bar{y}_i - e^{y_i} \sum_j \bar{y}_j
    Shape: (*) -> (*)
    Args:
        dim: the dimension along which the probabilities sum to 1
    Example:
        f = nn.LogSoftmax(dim=1)
        f(torch.tensor([[1.0, 2.0, 3.0], [1.0, 1.0, 1.0]]))
    """

    def forward(self, input):
        return F.log_softmax(input, self.dim)


class Softmin(_OverDim):
    r"""Softmax of the negated input: the smallest gets the most.

    Formula: y_i = \frac{e^{-x_i}}{\sum_j e^{-x_j}}
    Gradient:
        input: -y_i \left(\bar{y}_i - \sum_j \bar{y}_j y_j\right)
    Shape: (*) -> (*)
    Args:
        dim: the dimension along which they sum to 1
    Example:
        f = nn.Softmin(dim=1)
        f(torch.tensor([[1.0, 2.0, 3.0], [1.0, 1.0, 1.0]]))
    """

    def forward(self, input):
        return F.softmin(input, self.dim)


class Softmax2d(Module):
    r"""Softmax over the channels at each place of an image.

    Formula: y_{c,h,w} = \frac{e^{x_{c,h,w}}}{\sum_k e^{x_{k,h,w}}}
    Gradient:
        input: y_c \left(\bar{y}_c - \sum_k \bar{y}_k y_k\right) \text{ at each place}
    Shape: (N, C, H, W) or (C, H, W) -> the same
    Example:
        f = nn.Softmax2d()
        y = f(torch.randn(1, 3, 2, 2))
        y.sum(dim=1)  # the channels of each pixel add up to one
    """

    def forward(self, input):
        if input.dim() not in (3, 4):
            raise ValueError(f"Softmax2d: expected input to be 3D or 4D, got {input.dim()}D instead")
        return F.softmax(input, -3)
