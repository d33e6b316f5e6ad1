"""The old classes of tensors, one a dtype: `torch.FloatTensor([1, 2])`."""

import _torch
from ._tensor import Tensor, _dtype_of_type

__all__ = ["FloatTensor", "DoubleTensor", "LongTensor", "IntTensor", "ByteTensor", "BoolTensor"]


class _OfType(type):
    """Tensors of the dtype are the instances of such a class."""

    def __instancecheck__(cls, value):
        return isinstance(value, Tensor) and value.dtype == _dtype_of_type(cls)


def _make(word):
    def __new__(cls, *args):
        dtype = _dtype_of_type(cls)
        if len(args) == 1 and not isinstance(args[0], int):
            return _torch.tensor(args[0], dtype=dtype)
        return _torch.empty(*(args or (0,)), dtype=dtype)

    name = f"{word}Tensor"
    return _OfType(name, (), {"__new__": __new__, "type_name": f"torch.{name}", "__module__": "torch"})


FloatTensor = _make("Float")
DoubleTensor = _make("Double")
LongTensor = _make("Long")
IntTensor = _make("Int")
ByteTensor = _make("Byte")
BoolTensor = _make("Bool")
