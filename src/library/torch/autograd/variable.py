"""What tensors were called before 2018."""

from torch._tensor import Tensor


class _VariableMeta(type):
    def __instancecheck__(cls, value):
        return isinstance(value, Tensor)


class Variable(metaclass=_VariableMeta):
    """`Variable(x)` is x; `requires_grad=True` marks it.

    Example:
        torch.autograd.Variable(torch.tensor([1.0]))  # a plain tensor since PyTorch 0.4
    """

    def __new__(cls, data, requires_grad=False, volatile=False):
        data = data.detach() if not data.requires_grad else data
        return data.requires_grad_() if requires_grad else data
