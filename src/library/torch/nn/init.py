"""First values for parameters."""

import math
import warnings

import torch


def calculate_gain(nonlinearity, param=None):
    """How much larger weights should be so that this activation keeps the size of the signal.

    Example:
        [round(nn.init.calculate_gain(f), 4) for f in ("linear", "relu", "tanh")]
    """
    if nonlinearity in ("linear", "conv1d", "conv2d", "conv3d", "conv_transpose1d", "conv_transpose2d",
                        "conv_transpose3d", "sigmoid"):
        return 1
    if nonlinearity == "tanh":
        return 5.0 / 3
    if nonlinearity == "relu":
        return math.sqrt(2.0)
    if nonlinearity == "leaky_relu":
        if param is not None and (isinstance(param, bool) or not isinstance(param, (int, float))):
            raise ValueError(f"negative_slope {param} not a valid number")
        slope = 0.01 if param is None else param
        return math.sqrt(2.0 / (1 + slope**2))
    if nonlinearity == "selu":
        return 3.0 / 4
    raise ValueError(f"Unsupported nonlinearity {nonlinearity}")


def _calculate_fan_in_and_fan_out(tensor):
    """How many numbers come into a unit and how many it sends out."""
    if tensor.dim() < 2:
        raise ValueError("Fan in and fan out can not be computed for tensor with fewer than 2 dimensions")
    kernel = math.prod(tensor.shape[2:])
    return tensor.size(1) * kernel, tensor.size(0) * kernel


def _calculate_correct_fan(tensor, mode):
    mode = mode.lower()
    if mode not in ("fan_in", "fan_out"):
        raise ValueError(f"Mode {mode} not supported, please use one of ['fan_in', 'fan_out']")
    fan_in, fan_out = _calculate_fan_in_and_fan_out(tensor)
    return fan_in if mode == "fan_in" else fan_out


def uniform_(tensor, a=0.0, b=1.0, generator=None):
    r"""Draws every number evenly between a and b.

    Formula: x \sim U(a, b)
    Example:
        w = torch.empty(3, 3)
        nn.init.uniform_(w, -0.1, 0.1)
    """
    with torch.no_grad():
        return tensor.uniform_(a, b, generator=generator)


def normal_(tensor, mean=0.0, std=1.0, generator=None):
    r"""Draws every number from a normal distribution.

    Formula: x \sim N(\text{mean}, \text{std}^2)
    Example:
        w = torch.empty(3, 3)
        nn.init.normal_(w, std=0.02)
    """
    with torch.no_grad():
        return tensor.normal_(mean, std, generator=generator)


def trunc_normal_(tensor, mean=0.0, std=1.0, a=-2.0, b=2.0, generator=None):
    r"""Draws from a normal distribution and keeps what lies between a and b.

    Formula: x \sim N(\text{mean}, \text{std}^2) \text{ kept within } [a, b]
    Example:
        w = torch.empty(3, 3)
        nn.init.trunc_normal_(w, std=0.02)
    """

    if mean < a - 2 * std or mean > b + 2 * std:
        warnings.warn(
            "mean is more than 2 std from [a, b] in nn.init.trunc_normal_. "
            "The distribution of values may be incorrect.",
            stacklevel=2,
        )
    low, high = tensor.new_tensor(a).item(), tensor.new_tensor(b).item()
    with torch.no_grad():
        tensor.normal_(mean, std, generator=generator)
        # What falls outside is drawn again until nothing does.
        while ((tensor < low) | (tensor > high)).any():
            outside = (tensor < low) | (tensor > high)
            again = torch.empty_like(tensor).normal_(mean, std, generator=generator)
            tensor.copy_(torch.where(outside, again, tensor))
        return tensor


def constant_(tensor, val):
    r"""Gives every number the same value.

    Formula: x = \text{val}
    Example:
        w = torch.empty(3, 3)
        nn.init.constant_(w, 0.5)
    """
    with torch.no_grad():
        return tensor.fill_(val)


def ones_(tensor):
    r"""Makes every number 1.

    Formula: x = 1
    Example:
        w = torch.empty(3, 3)
        nn.init.ones_(w)
    """
    return constant_(tensor, 1.0)


def zeros_(tensor):
    r"""Makes every number 0.

    Formula: x = 0
    Example:
        w = torch.empty(3, 3)
        nn.init.zeros_(w)
    """
    with torch.no_grad():
        return tensor.zero_()


def eye_(tensor):
    r"""Makes a matrix the identity: what goes in comes out.

    Formula: x_{ij} = 1 \text{ if } i = j, \text{ else } 0
    Example:
        w = torch.empty(3, 3)
        nn.init.eye_(w)
    """
    if tensor.dim() != 2:
        raise ValueError("Only tensors with 2 dimensions are supported")
    with torch.no_grad():
        return tensor.copy_(torch.eye(*tensor.shape))


def dirac_(tensor, groups=1):
    """Makes a convolution give back its input.

    Example:
        w = torch.empty(1, 1, 3)
        nn.init.dirac_(w)  # a filter that changes nothing
    """
    if tensor.dim() not in (3, 4, 5):
        raise ValueError("Only tensors with 3, 4, or 5 dimensions are supported")
    if tensor.shape[0] % groups != 0:
        raise ValueError("dim 0 must be divisible by groups")
    out_channels = tensor.shape[0] // groups
    middle = tuple(size // 2 for size in tensor.shape[2:])
    with torch.no_grad():
        tensor.zero_()
        for group in range(groups):
            for channel in range(min(out_channels, tensor.shape[1])):
                tensor[(group * out_channels + channel, channel, *middle)] = 1
        return tensor


def xavier_uniform_(tensor, gain=1.0, generator=None):
    r"""Keeps the variance of signal and gradient.

    Formula: x \sim U(-a, a), \quad a = \text{gain} \sqrt{\frac{6}{\text{fan\_in} + \text{fan\_out}}}
    Paper: Glorot and Bengio 2010, Understanding the difficulty of training deep feedforward neural networks
    Example:
        w = torch.empty(3, 3)
        nn.init.xavier_uniform_(w)
    """
    fan_in, fan_out = _calculate_fan_in_and_fan_out(tensor)
    std = gain * math.sqrt(2.0 / float(fan_in + fan_out))
    bound = math.sqrt(3.0) * std
    return uniform_(tensor, -bound, bound, generator)


def xavier_normal_(tensor, gain=1.0, generator=None):
    r"""Keeps the variance of signal and gradient.

    Formula: x \sim N(0, s^2), \quad s = \text{gain} \sqrt{\frac{2}{\text{fan\_in} + \text{fan\_out}}}
    Paper: Glorot and Bengio 2010, Understanding the difficulty of training deep feedforward neural networks
    Example:
        w = torch.empty(3, 3)
        nn.init.xavier_normal_(w)
    """
    fan_in, fan_out = _calculate_fan_in_and_fan_out(tensor)
    return normal_(tensor, 0.0, gain * math.sqrt(2.0 / float(fan_in + fan_out)), generator)


def kaiming_uniform_(tensor, a=0, mode="fan_in", nonlinearity="leaky_relu", generator=None):
    r"""Keeps the variance through rectifiers.

    Formula: x \sim U(-b, b), \quad b = \text{gain} \sqrt{\frac{3}{\text{fan}}}
    Paper: He et al. 2015, Delving Deep into Rectifiers
    Example:
        w = torch.empty(3, 3)
        nn.init.kaiming_uniform_(w, nonlinearity="relu")
    """
    if 0 in tensor.shape:
        warnings.warn("Initializing zero-element tensors is a no-op", stacklevel=2)
        return tensor
    std = calculate_gain(nonlinearity, a) / math.sqrt(_calculate_correct_fan(tensor, mode))
    bound = math.sqrt(3.0) * std
    return uniform_(tensor, -bound, bound, generator)


def kaiming_normal_(tensor, a=0, mode="fan_in", nonlinearity="leaky_relu", generator=None):
    r"""Keeps the variance through rectifiers.

    Formula: x \sim N(0, s^2), \quad s = \frac{\text{gain}}{\sqrt{\text{fan}}}
    Paper: He et al. 2015, Delving Deep into Rectifiers
    Example:
        w = torch.empty(3, 3)
        nn.init.kaiming_normal_(w, nonlinearity="relu")
    """
    if 0 in tensor.shape:
        warnings.warn("Initializing zero-element tensors is a no-op", stacklevel=2)
        return tensor
    return normal_(tensor, 0, calculate_gain(nonlinearity, a) / math.sqrt(_calculate_correct_fan(tensor, mode)),
                   generator)


def orthogonal_(tensor, gain=1, generator=None):
    """Rows (or columns) at right angles to each other, of length gain.

    Paper: Saxe et al. 2013, Exact solutions to the nonlinear dynamics of learning in deep linear neural networks
    Example:
        w = torch.empty(3, 3)
        nn.init.orthogonal_(w)
        torch.allclose(w @ w.T, torch.eye(3), atol=1e-6)
    """
    if tensor.dim() < 2:
        raise ValueError("Only tensors with 2 or more dimensions are supported")
    if tensor.numel() == 0:
        return tensor
    rows, columns = tensor.size(0), tensor.numel() // tensor.size(0)
    with torch.no_grad():
        flat = torch.empty(rows, columns).normal_(0, 1, generator=generator)
        if rows < columns:
            flat = flat.t()
        q, r = torch.linalg.qr(flat)
        q = q * r.diagonal().sign()  # makes the choice unique
        if rows < columns:
            q = q.t()
        return tensor.copy_(q.reshape(tensor.shape)).mul_(gain)


def sparse_(tensor, sparsity, std=0.01, generator=None):
    """Normal numbers, but in each column this part of them is zero.

    Example:
        w = torch.empty(4, 2)
        nn.init.sparse_(w, sparsity=0.5)
    """
    if tensor.dim() != 2:
        raise ValueError("Only tensors with 2 dimensions are supported")
    rows, columns = tensor.shape
    zeros = math.ceil(sparsity * rows)
    with torch.no_grad():
        tensor.normal_(0, std, generator=generator)
        for column in range(columns):
            tensor[torch.randperm(rows)[:zeros], column] = 0
    return tensor


def _without_underscore(fn):
    def old(*args, **kwargs):
        name = fn.__name__
        warnings.warn(f"`nn.init.{name[:-1]}` is now deprecated in favor of `nn.init.{name}`.", FutureWarning,
                      stacklevel=2)
        return fn(*args, **kwargs)

    return old


uniform = _without_underscore(uniform_)
normal = _without_underscore(normal_)
constant = _without_underscore(constant_)
eye = _without_underscore(eye_)
dirac = _without_underscore(dirac_)
xavier_uniform = _without_underscore(xavier_uniform_)
xavier_normal = _without_underscore(xavier_normal_)
kaiming_uniform = _without_underscore(kaiming_uniform_)
kaiming_normal = _without_underscore(kaiming_normal_)
orthogonal = _without_underscore(orthogonal_)
sparse = _without_underscore(sparse_)
