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


class UninitializedParameter(Parameter):
    """A parameter whose shape is not known yet: a lazy module gives it one at the first call."""

    def __new__(cls, requires_grad=True):
        return torch.Tensor._make_subclass(cls, torch.empty(0), requires_grad)

    def materialize(self, shape):
        """Gives the parameter its shape; the values are still to be set."""
        self.data = torch.empty(shape)
        self.__class__ = Parameter

    def __repr__(self):
        return "<UninitializedParameter>"


class UninitializedBuffer(torch.Tensor):
    """A buffer whose shape is not known yet."""

    def __new__(cls, requires_grad=False):
        return torch.Tensor._make_subclass(cls, torch.empty(0), requires_grad)

    def materialize(self, shape):
        self.data = torch.empty(shape)
        self.__class__ = torch.Tensor

    def __repr__(self):
        return "<UninitializedBuffer>"


def is_lazy(param):
    return isinstance(param, (UninitializedParameter, UninitializedBuffer))
