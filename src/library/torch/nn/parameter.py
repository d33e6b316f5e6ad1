"""Tensors that a module keeps: parameters, which are trained, and buffers, which are not."""

from collections import OrderedDict

import torch


class Parameter(torch.Tensor):
    """A tensor to be trained: set as an attribute of a Module, it joins `parameters()`.

    Args:
        data: the first value
        requires_grad: whether gradients are wanted
    """

    def __new__(cls, data=None, requires_grad=True):
        if data is None:
            data = torch.empty(0)
        return torch.Tensor._make_subclass(cls, data.detach(), requires_grad)

    def __repr__(self):
        return "Parameter containing:\n" + super().__repr__()

    def __deepcopy__(self, memo):
        if id(self) not in memo:
            memo[id(self)] = type(self)(self.data.clone(), self.requires_grad)
        return memo[id(self)]

    def __reduce_ex__(self, protocol):
        state = dict(self.__dict__)
        if state:
            return torch._utils._rebuild_parameter_with_state, (self.data, self.requires_grad, OrderedDict(), state)
        return torch._utils._rebuild_parameter, (self.data, self.requires_grad, OrderedDict())


class Buffer(torch.Tensor):
    """A tensor that belongs to a Module without being trained: set as an attribute, it joins `buffers()`."""

    def __new__(cls, data=None, *, persistent=True):
        if data is None:
            data = torch.empty(0)
        buffer = torch.Tensor._make_subclass(cls, data.detach(), data.requires_grad)
        buffer.persistent = persistent
        return buffer


class _Uninitialized:
    """What waits for its shape."""

    def materialize(self, shape, device=None, dtype=None):
        """Gives the tensor its shape; the values are still to be set."""
        self.data = torch.empty(shape, dtype=dtype or self.dtype)
        self.__class__ = self.cls_to_become

    @property
    def shape(self):
        raise RuntimeError(
            "Can't access the shape of an uninitialized parameter or buffer. This error usually happens in "
            "`load_state_dict` when trying to load an uninitialized parameter into an initialized one. Call `forward` to "
            "initialize the parameters before accessing their attributes."
        )

    def __repr__(self):
        return f"<{type(self).__name__}>"


class UninitializedParameter(_Uninitialized, Parameter):
    """A parameter whose shape is not known yet: a lazy module gives it one at the first call."""

    cls_to_become = Parameter

    def __new__(cls, requires_grad=True, device=None, dtype=None):
        return torch.Tensor._make_subclass(cls, torch.empty(0, device=device, dtype=dtype), requires_grad)


class UninitializedBuffer(_Uninitialized, torch.Tensor):
    """A buffer whose shape is not known yet."""

    cls_to_become = torch.Tensor

    def __new__(cls, requires_grad=False, device=None, dtype=None, persistent=True):
        buffer = torch.Tensor._make_subclass(cls, torch.empty(0, device=device, dtype=dtype), requires_grad)
        buffer.persistent = persistent
        return buffer


def is_lazy(param):
    return isinstance(param, (UninitializedParameter, UninitializedBuffer))
