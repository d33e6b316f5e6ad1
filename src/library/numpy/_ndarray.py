"""The class of arrays."""

import builtins

import _numpy
from ._dtypes import dtype, generic, name_of
from ._objects import ObjectArray
from ._printing import array_repr, array_str


def _op(name, *args):
    return _numpy.call(name, *args)


def _axis(axis, ndim):
    """An axis, several, or all of them, counted from the front."""
    if axis is None:
        return None
    if isinstance(axis, (tuple, list)):
        return tuple(_axis(one, ndim) for one in axis)
    if not -ndim <= axis < ndim:
        raise AxisError(f"axis {axis} is out of bounds for array of dimension {ndim}")
    return int(axis) % ndim


class AxisError(ValueError, IndexError):
    __module__ = "numpy.exceptions"


class UFuncTypeError(TypeError):
    __module__ = "numpy._core._exceptions"


def _floats(a):
    """The array with elements that can have a fraction."""
    return a if a.dtype.kind == "f" else a.astype("float64")


class ndarray(_numpy.ArrayBase):
    """Numbers of one type in a grid of any number of dimensions."""

    __module__ = "numpy"

    @property
    def dtype(self):
        return dtype(self._dtype_name)

    @property
    def T(self):
        return self.transpose()

    @property
    def mT(self):
        return self.swapaxes(-1, -2)

    @property
    def nbytes(self):
        return self.size * self.itemsize

    @property
    def flat(self):
        return iter(self.reshape(-1))

    @property
    def real(self):
        return self

    def __repr__(self):
        return array_repr(self)

    def __str__(self):
        return array_str(self)

    def __bool__(self):
        if self.size != 1:
            if self.size == 0:
                raise ValueError("The truth value of an empty array is ambiguous. Use `array.size > 0` to check that an array is not empty.")
            raise ValueError(
                "The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()"
            )
        return builtins.bool(self.item())

    def __float__(self):
        return float(self._only())

    def __int__(self):
        return int(self._only())

    def __index__(self):
        if self.ndim or self.dtype.kind not in "iu":
            raise TypeError("only integer scalar arrays can be converted to a scalar index")
        return self.item()

    def _only(self):
        if self.size != 1 or self.ndim:
            raise TypeError("only 0-dimensional arrays can be converted to Python scalars")
        return self.item()

    def __format__(self, spec):
        if self.ndim == 0:
            return format(self.item(), spec)
        if spec:
            raise TypeError("unsupported format string passed to numpy.ndarray.__format__")
        return str(self)

    def __contains__(self, value):
        return builtins.bool((self == value).any())

    def _assign(self, result):
        """What `a += b` does: the result in the array's own memory and dtype."""
        if result.dtype.kind == "f" and self.dtype.kind != "f":
            raise UFuncTypeError(
                f"Cannot cast ufunc output from {result.dtype!r} to {self.dtype!r} with casting rule 'same_kind'"
            )
        if result.shape != self.shape:
            raise ValueError(
                f"non-broadcastable output operand with shape {_sizes(self.shape)} doesn't match the broadcast shape "
                f"{_sizes(result.shape)}"
            )
        self[...] = result
        return self

    def __iadd__(self, other):
        return self._assign(self + other)

    def __isub__(self, other):
        return self._assign(self - other)

    def __imul__(self, other):
        return self._assign(self * other)

    def __itruediv__(self, other):
        return self._assign(self / other)

    def __ifloordiv__(self, other):
        return self._assign(self // other)

    def __imod__(self, other):
        return self._assign(self % other)

    def __ipow__(self, other):
        return self._assign(self**other)

    def __iand__(self, other):
        return self._assign(self & other)

    def __ior__(self, other):
        return self._assign(self | other)

    def __ixor__(self, other):
        return self._assign(self ^ other)

    def __rpow__(self, other):
        return asarray(other) ** self

    def __rmatmul__(self, other):
        return asarray(other) @ self

    def __divmod__(self, other):
        return self // other, self % other

    def __array__(self, dtype=None, copy=None):
        return self if dtype is None else self.astype(dtype)

    def __copy__(self):
        return self.copy()

    def __deepcopy__(self, memo):
        return self.copy()

    def item(self, *index):
        if index:
            found = self[index] if len(index) > 1 else self.reshape(-1)[index[0]]
            return found.item()
        if self.size != 1:
            raise ValueError("can only convert an array of size 1 to a Python scalar")
        return self.reshape(-1).tolist()[0]

    def astype(self, kind, order="K", casting="unsafe", subok=True, copy=True):
        name = name_of(kind)
        if not copy and name == self.dtype.name:
            return self
        return _numpy.array(self, name, True)

    def copy(self, order="C"):
        return _numpy.array(self, None, True)

    def view(self, kind=None):
        if kind is None or name_of(kind) == self.dtype.name:
            return self[...]
        raise TypeError("a view as another dtype is not available in Kindling")

    def reshape(self, *shape, order="C"):
        shape = shape[0] if len(shape) == 1 else shape
        shape = (int(shape),) if isinstance(shape, (int, generic)) else tuple(int(size) for size in shape)
        wanted = [size for size in shape if size != -1]
        known = 1
        for size in wanted:
            known *= size
        missing = len(shape) - len(wanted)
        if missing > 1:
            raise ValueError("can only specify one unknown dimension")
        if known != self.size if not missing else not known or self.size % known:
            raise ValueError(f"cannot reshape array of size {self.size} into shape {_wanted(shape)}")
        if order == "F":
            full = tuple(self.size // known if size == -1 else size for size in shape)
            return self.transpose().reshape(full[::-1]).transpose()
        return _as_array(_op("reshape", self, shape))

    def resize(self, *shape):
        raise ValueError("cannot resize an array that shares its memory: use np.resize")

    def ravel(self, order="C"):
        return self.reshape(-1, order=order)

    def flatten(self, order="C"):
        return self.reshape(-1, order=order).copy()

    def transpose(self, *axes):
        axes = axes[0] if len(axes) == 1 and not isinstance(axes[0], int) else axes
        return _as_array(_op("permute", self, tuple(axes or range(self.ndim - 1, -1, -1))))

    def swapaxes(self, axis1, axis2):
        return _as_array(_op("transpose", self, axis1, axis2))

    def squeeze(self, axis=None):
        if axis is None:
            return _as_array(_op("squeeze", self))
        for one in axis if isinstance(axis, tuple) else (axis,):
            if self.shape[one] != 1:
                raise ValueError("cannot select an axis to squeeze out which has size not equal to one")
        return _as_array(_op("squeeze", self, axis))

    def sum(self, axis=None, dtype=None, out=None, keepdims=False, initial=None, where=None):
        kept = self if dtype is None else self.astype(dtype)
        if where is not None:
            kept = _op("where", asarray(where), kept, asarray(0, kept.dtype))
        total = _op("sum", kept, _axis(axis, self.ndim), keepdims)
        return total if initial is None else total + initial

    def mean(self, axis=None, dtype=None, out=None, keepdims=False):
        floats = _floats(self if dtype is None else self.astype(dtype))
        return _op("mean", floats, _axis(axis, self.ndim), keepdims)

    def var(self, axis=None, dtype=None, out=None, ddof=0, keepdims=False):
        floats = _floats(self if dtype is None else self.astype(dtype))
        centred = floats - floats.mean(axis, keepdims=True)
        squares = (centred * centred).sum(axis, keepdims=keepdims)
        count = 1
        for one in range(self.ndim) if axis is None else axis if isinstance(axis, tuple) else (axis,):
            count *= self.shape[one]
        return squares / (count - ddof)

    def std(self, axis=None, dtype=None, out=None, ddof=0, keepdims=False):
        return self.var(axis, dtype, None, ddof, keepdims) ** 0.5

    def prod(self, axis=None, dtype=None, out=None, keepdims=False):
        kept = self if dtype is None else self.astype(dtype)
        if axis is None:
            total = _op("prod", kept)
            return asarray(total).reshape((1,) * self.ndim) if keepdims else total
        return _op("prod", kept, _axis(axis, self.ndim), keepdims)

    def _extreme(self, name, word, axis, keepdims, initial=None):
        if self.size == 0 and initial is None:
            raise ValueError(f"zero-size array to reduction operation {word} which has no identity")
        return _op(name, self, () if axis is None else _axis(axis, self.ndim), keepdims)

    def max(self, axis=None, out=None, keepdims=False, initial=None):
        return self._extreme("amax", "maximum", axis, keepdims, initial)

    def min(self, axis=None, out=None, keepdims=False, initial=None):
        return self._extreme("amin", "minimum", axis, keepdims, initial)

    def ptp(self, axis=None):
        return self.max(axis) - self.min(axis)

    def argmax(self, axis=None, out=None, *, keepdims=False):
        if self.size == 0:
            raise ValueError("attempt to get argmax of an empty sequence")
        return _op("argmax", self, _axis(axis, self.ndim), keepdims)

    def argmin(self, axis=None, out=None, *, keepdims=False):
        if self.size == 0:
            raise ValueError("attempt to get argmin of an empty sequence")
        return _op("argmin", self, _axis(axis, self.ndim), keepdims)

    def argsort(self, axis=-1, kind=None, order=None, *, stable=None):
        flat = self.reshape(-1) if axis is None else self
        return _op("sort", flat, -1 if axis is None else axis, False, True)[1]

    def sort(self, axis=-1, kind=None, order=None, *, stable=None):
        self[...] = _op("sort", self, axis)[0]

    def argpartition(self, kth, axis=-1, kind=None, order=None):
        return self.argsort(axis)

    def searchsorted(self, v, side="left", sorter=None):
        ordered = self if sorter is None else self[sorter]
        return _op("searchsorted", ordered.astype("float64"), asarray(v).astype("float64"), False, side == "right")

    def cumsum(self, axis=None, dtype=None, out=None):
        kept = self if dtype is None else self.astype(dtype)
        return _op("cumsum", kept.reshape(-1) if axis is None else kept, axis or 0)

    def cumprod(self, axis=None, dtype=None, out=None):
        kept = self if dtype is None else self.astype(dtype)
        return _op("cumprod", kept.reshape(-1) if axis is None else kept, axis or 0)

    def any(self, axis=None, out=None, keepdims=False):
        return _op("any", self) if axis is None else _op("any", self, _axis(axis, self.ndim), keepdims)

    def all(self, axis=None, out=None, keepdims=False):
        return _op("all", self) if axis is None else _op("all", self, _axis(axis, self.ndim), keepdims)

    def clip(self, min=None, max=None, out=None):
        kept = self
        if min is not None:
            kept = _numpy.binary("maximum", kept, asarray(min) if isinstance(min, (list, tuple)) else min)
        if max is not None:
            kept = _numpy.binary("minimum", kept, asarray(max) if isinstance(max, (list, tuple)) else max)
        return kept

    def round(self, decimals=0, out=None):
        if self.dtype.kind != "f":
            return self.copy()
        return _op("round", self, decimals) if decimals else _op("round", self)

    def dot(self, b, out=None):
        other = asarray(b)
        return self * other if self.ndim == 0 or other.ndim == 0 else self @ other

    def repeat(self, repeats, axis=None):
        repeats = asarray(repeats).tolist() if isinstance(repeats, (list, ndarray)) else repeats
        if isinstance(repeats, list):
            order = [at for at, count in enumerate(repeats) for _ in range(count)]
            return self.take(order, axis)
        return _op("repeat_interleave", self, repeats, axis)

    def take(self, indices, axis=None, out=None, mode="raise"):
        source, axis = (self.reshape(-1), 0) if axis is None else (self, _axis(axis, self.ndim))
        return source[(slice(None),) * axis + (asarray(indices),)]

    def compress(self, condition, axis=None):
        return self.take(asarray(condition).nonzero()[0], axis)

    def diagonal(self, offset=0, axis1=0, axis2=1):
        return _op("diagonal", self, offset, axis1, axis2)

    def trace(self, offset=0, axis1=0, axis2=1):
        return self.diagonal(offset, axis1, axis2).sum(-1)

    def fill(self, value):
        self[...] = value

    def nonzero(self):
        places = _op("nonzero", self)
        return tuple(places[:, axis] for axis in range(self.ndim))

    def tobytes(self, order="C"):
        import _serialize

        return _serialize.to_bytes(self)

    def tofile(self, fid, sep="", format="%s"):
        with open(fid, "wb") as file:
            file.write(self.tobytes())

    def __reduce__(self):
        from . import _files

        return _files._from_npy, (_files._npy(self),)


_numpy.set_array_class(ndarray)


def _sizes(shape):
    """A shape as error messages write it: (2,3)."""
    return f"({shape[0]},)" if len(shape) == 1 else f"({','.join(map(str, shape))})"


def _wanted(shape):
    """The same for a shape that was asked for: leading unknown sizes are left out."""
    known = list(shape)
    while known and known[0] == -1:
        known.pop(0)
    return _sizes(shape) if len(known) == len(shape) else f"({','.join(map(str, known))})"


def _as_array(value):
    """A result without dimensions is a scalar: as an array again."""
    return value if isinstance(value, ndarray) else _numpy.array(value, _name(value), False)


def _name(value):
    """The dtype that a number of numpy's own brings along."""
    return value._dtype_name if isinstance(value, generic) else None


def _common(items):
    """The dtype of a list of numpy's own numbers; None for other lists."""
    name = None
    for item in items:
        if not isinstance(item, generic):
            return None
        name = item._dtype_name if name is None else _numpy.promoted(name, item._dtype_name)
    return name


def array(object, dtype=None, *, copy=True, order="K", subok=False, ndmin=0):
    """A new array of these numbers."""
    if dtype is builtins.object or _is_text(object):
        return ObjectArray(object)
    data = _plain(object)
    name = name_of(dtype) or _name(data)
    if name is None and isinstance(data, (list, tuple)) and data and isinstance(data[0], generic):
        name = _common(data)
    try:
        made = _numpy.array(data, name, builtins.bool(copy))
    except ValueError as error:
        if "expected sequence of length" not in str(error):
            raise
        raise ValueError(_ragged(data)) from None
    while made.ndim < ndmin:
        made = made.reshape((1, *made.shape))
    return made


def _ragged(data):
    """numpy's words about lists of different lengths."""
    shape, level = [], [data]
    while level and all(isinstance(item, (list, tuple)) for item in level):
        lengths = {len(item) for item in level}
        if len(lengths) > 1:
            break
        shape.append(lengths.pop())
        level = [inner for item in level for inner in item]
    return ("setting an array element with a sequence. The requested array has an inhomogeneous shape after "
            f"{len(shape)} dimensions. The detected shape was {tuple(shape)} + inhomogeneous part.")


def asarray(a, dtype=None, order=None, *, copy=None):
    """The same array if it is one, else a new one."""
    if isinstance(a, ndarray) and (dtype is None or name_of(dtype) == a._dtype_name):
        return a
    if isinstance(a, ObjectArray):
        return a
    return array(a, dtype, copy=False)


def _is_text(data):
    while isinstance(data, (list, tuple)) and data:
        data = data[0]
    return isinstance(data, str)


def _plain(data):
    """What only Python can take apart: iterators, and things that say what array they are."""
    if isinstance(data, (int, float, list, tuple, range, generic, _numpy.ArrayBase)):
        return data
    if hasattr(data, "__array__"):
        return data.__array__()
    if hasattr(data, "__iter__"):
        return list(data)
    return data


def _scalar_method(name):
    def method(self, *args, **options):
        return getattr(asarray(self), name)(*args, **options)

    method.__name__ = name
    return method


for _each in ("astype", "sum", "mean", "std", "var", "min", "max", "prod", "any", "all", "round", "clip", "copy", "reshape",
              "ravel", "flatten", "argmax", "argmin", "squeeze", "transpose", "cumsum", "tobytes", "dot", "__array__"):
    _numpy.give(_each, _scalar_method(_each))
for _each in ("shape", "ndim", "size", "itemsize", "nbytes", "dtype", "T"):
    _numpy.give(_each, property(lambda self, name=_each: getattr(asarray(self), name)))
_numpy.give("is_integer", lambda self: float(self).is_integer())
_numpy.give("__round__", lambda self, ndigits=None: (
    round(self.item()) if ndigits is None else type(self)(round(self.item(), ndigits))))
_numpy.give("__divmod__", lambda self, other: (self // other, self % other))
_numpy.give("__matmul__", lambda self, other: NotImplemented)
_numpy.give("__reduce__", lambda self: (type(self), (self.item(),)))
