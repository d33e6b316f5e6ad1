"""`torch.Tensor`: what it can do beside the ops of the engine's list, which it gets from `TensorBase`."""

from collections import OrderedDict

import _autograd
import _serialize
import _torch
import torch
from _torch import TensorBase
from torch.utils.hooks import RemovableHandle


class Tensor(TensorBase):
    """Numbers of one type in a grid of any number of dimensions, with a place in autograd."""

    def __new__(cls, *args, dtype=None, device=None):
        """`torch.Tensor(2, 3)` has that shape and no values yet; `torch.Tensor([2, 3])` holds these numbers."""
        if args and all(isinstance(arg, int) for arg in args):
            made = _torch.empty(*args)
        elif not args:
            made = _torch.empty(0)
        else:
            data = args[0]
            made = data.detach() if isinstance(data, Tensor) else _torch.tensor(data, dtype=_torch.get_default_dtype())
        return made if cls is Tensor else TensorBase._make_subclass(cls, made)

    def backward(self, gradient=None, retain_graph=None, create_graph=False, inputs=None):
        """Computes the gradient of this tensor with respect to every leaf and adds it to the leaf's `.grad`."""
        if inputs is not None:
            inputs = [inputs] if isinstance(inputs, Tensor) else list(inputs)
            if not inputs:
                raise RuntimeError("'inputs' argument to backward() cannot be empty.")
        return _autograd.backward([self], [gradient], retain_graph, create_graph, inputs)

    def register_hook(self, hook):
        """Calls `hook` with this tensor's gradient whenever it has been computed; what it returns takes its place."""
        return _HookHandle(self, self._register_hook(hook))

    def register_post_accumulate_grad_hook(self, hook):
        """Calls `hook` with this leaf after a gradient was added to its `.grad`."""
        return _HookHandle(self, self._register_post_accumulate_grad_hook(hook))

    @property
    def real(self):
        return self

    # Conversions

    def float(self):
        return self.to(_torch.float32)

    def double(self):
        return self.to(_torch.float64)

    def int(self):
        return self.to(_torch.int32)

    def long(self):
        return self.to(_torch.int64)

    def bool(self):
        return self.to(_torch.bool)

    def byte(self):
        return self.to(_torch.uint8)

    def half(self):
        return self.to(_torch.float16)

    def bfloat16(self):
        return self.to(_torch.bfloat16)

    def cpu(self):
        return self

    def cuda(self, device=None, non_blocking=False):
        return self.to("cuda")

    def type(self, dtype=None, non_blocking=False):
        if dtype is None:
            return _typename(self)
        return self.to(_dtype_of_type(dtype))

    def type_as(self, other):
        return self.to(other.dtype)

    def numpy(self, *, force=False):
        """The same memory as a numpy array."""
        import numpy  # it has to be there before its arrays are

        return self._numpy(force)

    def __array__(self, dtype=None):
        array = self.numpy()
        return array if dtype is None else array.astype(dtype)

    # New tensors like this one

    def new_tensor(self, data, *, dtype=None, device=None, requires_grad=False):
        return _torch.tensor(data, dtype=dtype or self.dtype, requires_grad=requires_grad)

    def new(self, *args):
        return Tensor(*args).to(self.dtype)

    # Copies, printing

    def __deepcopy__(self, memo):
        if not self.is_leaf:
            raise RuntimeError(
                "Only Tensors created explicitly by the user (graph leaves) support the deepcopy protocol at the "
                "moment.  If you were attempting to deepcopy a module, this may be because of a torch.nn.utils.weight_norm "
                "usage, see https://github.com/pytorch/pytorch/pull/103001"
            )
        if id(self) not in memo:
            copy = self.detach().clone().requires_grad_(self.requires_grad)
            if self.grad is not None:
                copy.grad = self.grad.clone()
            memo[id(self)] = copy
        return memo[id(self)]

    def storage(self):
        """The memory behind this tensor, which its views share."""
        return torch.storage.TypedStorage(_elements=_serialize.storage(self))

    def untyped_storage(self):
        return torch.storage.UntypedStorage(_serialize.storage(self))

    def __reduce_ex__(self, protocol):
        parts = (self.storage(), self.storage_offset(), tuple(self.shape), self.stride(), self.requires_grad, OrderedDict())
        return torch._utils._rebuild_tensor_v2, parts

    def __format__(self, spec):
        if self.dim() == 0 and type(self) is Tensor:
            return self.item().__format__(spec)
        if spec:
            raise TypeError(f"unsupported format string passed to {type(self).__name__}.__format__")
        return str(self)

    def __rpow__(self, other):
        return _torch.pow(other, self) if isinstance(other, (int, float)) else NotImplemented

    def __reversed__(self):
        return self if self.dim() == 0 else self.flip(0)

    def where(self, condition, other):
        return _torch.where(condition, self, other)

    def nonzero(self, *, as_tuple=False):
        places = _torch.nonzero(self)
        return places.unbind(1) if as_tuple else places

    def apply_(self, callable):
        """Replaces every element by `callable` of it."""
        values = [callable(value) for value in self.flatten().tolist()]
        return self.copy_(_torch.tensor(values).reshape(self.shape))

    def map_(self, other, callable):
        values = [callable(a, b) for a, b in zip(self.flatten().tolist(), other.flatten().tolist())]
        return self.copy_(_torch.tensor(values).reshape(self.shape))

    def share_memory_(self):
        return self

    def is_shared(self):
        return False

    def pin_memory(self):
        return self

    def is_pinned(self):
        return False

    def is_inference(self):
        return False

    def get_device(self):
        return -1


class _HookHandle(RemovableHandle):
    """Takes a hook off a tensor."""

    def __init__(self, tensor, id):
        self.tensor = tensor
        self.id = id

    def remove(self):
        self.tensor._remove_hook(self.id)


_WORDS = {
    _torch.float32: "Float", _torch.float64: "Double", _torch.int64: "Long", _torch.int32: "Int",
    _torch.uint8: "Byte", _torch.bool: "Bool",
}


def _typename(value):
    """The name of a value's type as PyTorch's messages have it: 'torch.FloatTensor', 'int'."""
    if isinstance(value, Tensor):
        return f"torch.{_WORDS[value.dtype]}Tensor"
    cls = type(value)
    module = "" if cls.__module__ in ("builtins", "__builtin__") else cls.__module__ + "."
    return module + cls.__qualname__


def _dtype_of_type(type):
    """The dtype in 'torch.FloatTensor', torch.FloatTensor or torch.float32."""
    if isinstance(type, _torch.dtype):
        return type
    name = type if isinstance(type, str) else getattr(type, "type_name", "")
    for dtype, word in _WORDS.items():
        if name == f"torch.{word}Tensor":
            return dtype
    raise ValueError(f"invalid type: {type!r}")
