"""The class of arrays."""

import _numpy
import _serialize
from .dtypes import dtype, name_of
from .printing import array_repr, array_str


def _op(name, *args):
    return _numpy.call(name, *args)


def _axis(axis, ndim):
    """An axis, several, or all of them, counted from the front."""
    if axis is None:
        return None
    if isinstance(axis, tuple):
        return tuple(one % ndim for one in axis)
    if not -ndim <= axis < ndim:
        raise IndexError(f"axis {axis} is out of bounds for array of dimension {ndim}")
    return axis % ndim


class ndarray(_numpy.ArrayBase):
    """Numbers of one type in a grid of any number of dimensions."""

    @property
    def dtype(self):
        return dtype(self._dtype_name)

    @property
    def T(self):
        return self.transpose()

    @property
    def nbytes(self):
        return self.size * self.itemsize

    @property
    def flat(self):
        return iter(self.reshape(-1))

    def __repr__(self):
        return array_repr(self)

    def __str__(self):
        return array_str(self)

    def __bool__(self):
        if self.size != 1:
            raise ValueError(
                "The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()"
            )
        return bool(self.item())

    def __float__(self):
        return float(self.item())

    def __int__(self):
        return int(self.item())

    def __format__(self, spec):
        if spec:
            raise TypeError("unsupported format string passed to numpy.ndarray.__format__")
        return str(self)

    def __contains__(self, value):
        return bool((self == value).any())

    def __iadd__(self, other):
        self[...] = self + other
        return self

    def __isub__(self, other):
        self[...] = self - other
        return self

    def __imul__(self, other):
        self[...] = self * other
        return self

    def __itruediv__(self, other):
        self[...] = self / other
        return self

    def __array__(self, dtype=None):
        return self if dtype is None else self.astype(dtype)

    def item(self, *index):
        if index:
            return self[index] if len(index) > 1 else self.reshape(-1)[index[0]]
        if self.size != 1:
            raise ValueError("can only convert an array of size 1 to a Python scalar")
        return self.reshape(-1).tolist()[0]

    def astype(self, kind, copy=True):
        return _numpy.array(self, name_of(kind), True)

    def copy(self):
        return _numpy.array(self, None, True)

    def reshape(self, *shape, order="C"):
        shape = shape[0] if len(shape) == 1 else shape
        return _as_array(_op("reshape", self, (shape,) if isinstance(shape, int) else tuple(shape)))

    def ravel(self):
        return self.reshape(-1)

    def flatten(self):
        return self.reshape(-1).copy()

    def transpose(self, *axes):
        axes = axes[0] if len(axes) == 1 and not isinstance(axes[0], int) else axes
        return _as_array(_op("permute", self, tuple(axes or range(self.ndim - 1, -1, -1))))

    def squeeze(self, axis=None):
        return _as_array(_op("squeeze", self) if axis is None else _op("squeeze", self, axis))

    def sum(self, axis=None, dtype=None, keepdims=False):
        return _op("sum", self, _axis(axis, self.ndim), keepdims, name_of(dtype) and None)

    def mean(self, axis=None, keepdims=False):
        floats = self if self.dtype.kind == "f" else self.astype("float64")
        return _op("mean", floats, _axis(axis, self.ndim), keepdims)

    def var(self, axis=None, ddof=0, keepdims=False):
        centred = self - self.mean(axis, keepdims=True)
        squares = (centred * centred).sum(axis, keepdims=keepdims)
        count = self.size if axis is None else self.shape[axis]
        return squares / (count - ddof)

    def std(self, axis=None, ddof=0, keepdims=False):
        return self.var(axis, ddof, keepdims) ** 0.5

    def prod(self, axis=None, keepdims=False):
        return _op("prod", self) if axis is None else _op("prod", self, _axis(axis, self.ndim), keepdims)

    def max(self, axis=None, keepdims=False):
        return _op("amax", self, () if axis is None else _axis(axis, self.ndim), keepdims)

    def min(self, axis=None, keepdims=False):
        return _op("amin", self, () if axis is None else _axis(axis, self.ndim), keepdims)

    def argmax(self, axis=None):
        return _op("argmax", self, axis)

    def argmin(self, axis=None):
        return _op("argmin", self, axis)

    def argsort(self, axis=-1):
        return _op("argsort", self, axis)

    def sort(self, axis=-1):
        self[...] = _op("sort", self, axis)[0]

    def cumsum(self, axis=None):
        return _op("cumsum", self.reshape(-1) if axis is None else self, axis or 0)

    def any(self, axis=None):
        return _op("any", self) if axis is None else _op("any", self, axis)

    def all(self, axis=None):
        return _op("all", self) if axis is None else _op("all", self, axis)

    def clip(self, min=None, max=None):
        return _op("clamp", self, min, max)

    def round(self, decimals=0):
        return _op("round", self, decimals) if decimals else _op("round", self)

    def dot(self, other):
        return self @ other

    def repeat(self, repeats, axis=None):
        return _op("repeat_interleave", self, repeats, axis)

    def fill(self, value):
        self[...] = value

    def nonzero(self):
        return tuple(_op("nonzero", self).T)

    def tobytes(self):
        return _serialize.to_bytes(self)


_numpy.set_array_class(ndarray)


def _as_array(value):
    """A result without dimensions is a Python number: as an array again."""
    return value if isinstance(value, ndarray) else _numpy.array(value, None, False)


def array(object, dtype=None, *, copy=True, ndmin=0):
    """A new array of these numbers."""
    if name_of_object(dtype):
        return ObjectArray(object)
    made = _numpy.array(_plain(object), name_of(dtype), copy)
    while made.ndim < ndmin:
        made = made.reshape((1, *made.shape))
    return made


def asarray(a, dtype=None):
    """The same array if it is one, else a new one."""
    return _numpy.array(_plain(a), name_of(dtype), False)


def _plain(data):
    """What only Python can take apart: iterators, and things that say what array they are."""
    if isinstance(data, (int, float, list, tuple, range, _numpy.ArrayBase)):
        return data
    if hasattr(data, "__array__"):
        return data.__array__()
    if hasattr(data, "__iter__"):
        return list(data)
    return data


def name_of_object(dtype):
    return dtype is object


class ObjectArray:
    """An array of Python objects, as `plt.subplots` gives: nested lists that can be indexed with tuples."""

    def __init__(self, items):
        self.items = list(items)
        self.shape = (len(self.items),)
        if self.items and isinstance(self.items[0], list):
            self.shape = (len(self.items), len(self.items[0]))

    def __len__(self):
        return len(self.items)

    def __iter__(self):
        return iter([ObjectArray(item) if isinstance(item, list) else item for item in self.items])

    def __getitem__(self, index):
        if isinstance(index, tuple):
            row, column = index
            if isinstance(row, slice):
                return ObjectArray([line[column] for line in self.items[row]])
            return self.items[row][column]
        item = self.items[index]
        return ObjectArray(item) if isinstance(item, list) else item

    def flatten(self):
        if len(self.shape) == 1:
            return ObjectArray(self.items)
        return ObjectArray([item for row in self.items for item in row])

    ravel = flatten

    @property
    def flat(self):
        return iter(self.flatten())
