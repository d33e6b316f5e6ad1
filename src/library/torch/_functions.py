"""Functions of `torch` that are no ops."""

import _functional
from _autograd import is_anomaly_check_nan_enabled, is_anomaly_enabled, set_anomaly_enabled
import _torch
from ._tensor import Tensor, _typename

__all__ = ["is_tensor", "is_storage", "is_floating_point", "is_complex", "is_nonzero", "numel", "typename", "compile",
           "set_default_tensor_type", "get_num_threads", "set_num_threads", "use_deterministic_algorithms",
           "set_float32_matmul_precision", "promote_types", "result_type", "can_cast", "is_inference_mode_enabled",
           "get_default_device", "set_default_device", "inf", "nan", "pi", "e", "newaxis", "strided",
           "meshgrid", "einsum", "broadcast_tensors", "broadcast_shapes", "finfo", "iinfo", "where", "nonzero", "contiguous_format", "preserve_format", "channels_last", "manual_seed_all",
           "is_anomaly_enabled", "is_anomaly_check_nan_enabled", "set_anomaly_enabled"]

inf = float("inf")
nan = float("nan")
pi = 3.141592653589793
e = 2.718281828459045
newaxis = None


class _Name:
    """A value that is nothing but its name."""

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


strided = _Name("torch.strided")
contiguous_format = _Name("torch.contiguous_format")
preserve_format = _Name("torch.preserve_format")
channels_last = _Name("torch.channels_last")

typename = _typename


def is_tensor(obj):
    return isinstance(obj, Tensor)


def is_storage(obj):
    return False


def is_floating_point(input):
    return input.is_floating_point()


def is_complex(input):
    return False


def is_nonzero(input):
    if input.numel() != 1:
        raise RuntimeError("Boolean value of Tensor with more than one value is ambiguous")
    return bool(input)


def nonzero(input, *, as_tuple=False):
    places = _torch.nonzero(input)
    return places.unbind(1) if as_tuple else places


def where(condition, input=None, other=None):
    """With a condition alone: where it holds, one index tensor a dimension."""
    if input is None and other is None:
        return nonzero(condition, as_tuple=True)
    return _torch.where(condition, input, other)


def numel(input):
    return input.numel()


def compile(model=None, **options):
    """There is nothing to compile here: gives back its argument.

    Example:
        f = torch.compile(torch.sin) if False else torch.sin  # here compile gives back what it gets
        f(torch.tensor(0.5))
    """
    if model is None:
        return lambda model: model
    return model


def set_default_tensor_type(t):
    from ._tensor import _dtype_of_type

    _torch.set_default_dtype(_dtype_of_type(t))


def set_default_device(device):
    if device is not None:
        _torch.empty(0, device=device)


def get_default_device():
    return _torch.device("cpu")


def get_num_threads():
    return 1


def set_num_threads(count):
    pass


def use_deterministic_algorithms(mode, *, warn_only=False):
    """Everything here is deterministic.

    Example:
        torch.use_deterministic_algorithms(True)
        print(torch.tensor([1.0, 2.0]).sum())
        torch.use_deterministic_algorithms(False)
    """


def set_float32_matmul_precision(precision):
    pass


def manual_seed_all(seed):
    _torch.manual_seed(seed)


def is_inference_mode_enabled():
    return False


_ORDER = ["bool", "uint8", "int32", "int64", "float32", "float64"]


def promote_types(type1, type2):
    """The dtype that holds the values of both.

    Example:
        torch.promote_types(torch.int64, torch.float32)
    """
    places = [_ORDER.index(str(dtype).removeprefix("torch.")) for dtype in (type1, type2)]
    return getattr(_torch, _ORDER[max(places)])


def result_type(tensor1, tensor2):
    """The dtype that an operation on the two has.

    Example:
        torch.result_type(torch.tensor([1, 2]), 1.5)
    """
    # Its dtype depends on dtypes and on which are without dimensions; sizes don't matter.
    small = [one.new_zeros([1] * one.dim()) if isinstance(one, Tensor) else one for one in (tensor1, tensor2)]
    if not any(isinstance(one, Tensor) for one in small):
        return _torch.tensor(small[0] + small[1]).dtype
    return (small[0] + small[1]).dtype


def can_cast(from_, to):
    """Whether a value may be converted without changing its kind: from float to int it may not.

    Example:
        torch.can_cast(torch.float64, torch.float32), torch.can_cast(torch.float32, torch.int64)
    """
    kind = lambda dtype: 2 if dtype.is_floating_point else 0 if dtype == _torch.bool else 1
    return kind(from_) <= kind(to)


def _unpacked(tensors):
    """f(a, b) and f([a, b]) are the same."""
    return list(tensors[0]) if len(tensors) == 1 and isinstance(tensors[0], (list, tuple)) else list(tensors)


def meshgrid(*tensors, indexing=None):
    """Grids of coordinates: one tensor for each input, with all combinations of their values."""
    return _functional.meshgrid(_unpacked(tensors), "ij" if indexing is None else indexing)


def einsum(*args):
    """Einstein's sum: `einsum("ij,jk->ik", a, b)`."""
    equation, *operands = args
    return _functional.einsum(equation, _unpacked(operands))


def broadcast_tensors(*tensors):
    """All expanded to the shape that they have together.

    Example:
        a, b = torch.broadcast_tensors(torch.tensor([[1], [2]]), torch.tensor([10, 20, 30]))
        print(a)
        b
    """
    tensors = _unpacked(tensors)
    shape = broadcast_shapes(*[tensor.shape for tensor in tensors])
    return tuple(tensor.expand(shape) for tensor in tensors)


def broadcast_shapes(*shapes):
    """The shape that tensors of these shapes have together.

    Example:
        torch.broadcast_shapes((2, 1), (3,), (4, 1, 3))
    """
    shapes = [(shape,) if isinstance(shape, int) else tuple(shape) for shape in shapes]
    result = [1] * max(map(len, shapes), default=0)
    for shape in shapes:
        for i in range(1, len(shape) + 1):
            if shape[-i] != 1 and result[-i] not in (1, shape[-i]):
                raise RuntimeError(
                    "Shape mismatch: objects cannot be broadcast to a single shape"
                )
            if shape[-i] != 1:
                result[-i] = shape[-i]
    return _torch.Size(result)


class finfo:
    """What a floating point dtype can hold.

    Example:
        torch.finfo(torch.float32).eps, torch.finfo(torch.float64).max
    """

    def __init__(self, dtype=None):
        dtype = dtype or _torch.get_default_dtype()
        if not dtype.is_floating_point:
            raise TypeError("torch.finfo() requires a floating point input type. Use torch.iinfo to handle 'torch.finfo'")
        self.dtype = str(dtype).removeprefix("torch.")
        self.bits = dtype.itemsize * 8
        double = self.bits == 64
        self.eps = 2.0**-52 if double else 2.0**-23
        self.max = (2 - self.eps) * (2.0**1023 if double else 2.0**127)
        self.min = -self.max
        self.tiny = self.smallest_normal = 2.0**-1022 if double else 2.0**-126
        self.resolution = 1e-15 if double else 1e-6

    def __repr__(self):
        return (f"finfo(resolution={self.resolution:g}, min={self.min:g}, max={self.max:g}, eps={self.eps:g}, "
                f"smallest_normal={self.tiny:g}, tiny={self.tiny:g}, dtype={self.dtype})")


class iinfo:
    """What a dtype of whole numbers can hold.

    Example:
        torch.iinfo(torch.int64).max, torch.iinfo(torch.uint8).min
    """

    def __init__(self, dtype):
        if dtype.is_floating_point:
            raise TypeError("torch.iinfo() requires an integer input type. Use torch.finfo to handle 'torch.iinfo'")
        self.dtype = str(dtype).removeprefix("torch.")
        self.bits = dtype.itemsize * 8
        signed = dtype.is_signed
        self.max = 2 ** (self.bits - signed) - 1
        self.min = -(2 ** (self.bits - 1)) if signed else 0

    def __repr__(self):
        return f"iinfo(min={self.min}, max={self.max}, dtype={self.dtype})"
