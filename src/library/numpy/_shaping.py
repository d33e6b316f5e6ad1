"""Changing the shape of arrays, and putting arrays together."""

import builtins

import _numpy
from ._creation import _shape, arange, full, zeros
from ._dtypes import generic
from ._ndarray import AxisError, _as_array, _axis, _op, _sizes, array, asarray, ndarray

__all__ = ["reshape", "ravel", "transpose", "matrix_transpose", "permute_dims", "swapaxes", "moveaxis", "rollaxis",
           "squeeze", "expand_dims", "broadcast_to", "broadcast_arrays", "broadcast_shapes", "atleast_1d", "atleast_2d",
           "atleast_3d", "concatenate", "concat", "stack", "unstack", "vstack", "hstack", "dstack", "column_stack", "block",
           "append", "split", "array_split", "hsplit", "vsplit", "dsplit", "tile", "repeat", "flip", "fliplr", "flipud",
           "rot90", "roll", "resize", "delete", "insert", "pad", "trim_zeros", "c_", "r_", "s_", "index_exp", "ix_", "shape",
           "ndim", "size"]


def reshape(a, shape, order="C", *, copy=None):
    return asarray(a).reshape(shape, order=order)


def ravel(a, order="C"):
    return asarray(a).ravel(order)


def transpose(a, axes=None):
    return asarray(a).transpose() if axes is None else asarray(a).transpose(*axes)


permute_dims = transpose


def matrix_transpose(x):
    return asarray(x).mT


def swapaxes(a, axis1, axis2):
    return asarray(a).swapaxes(axis1, axis2)


def moveaxis(a, source, destination):
    return _as_array(_op("movedim", asarray(a), source, destination))


def rollaxis(a, axis, start=0):
    a = asarray(a)
    axis = axis % a.ndim
    start = start + a.ndim if start < 0 else start
    return moveaxis(a, axis, start - (axis < start))


def squeeze(a, axis=None):
    return asarray(a).squeeze(axis)


def expand_dims(a, axis):
    a = asarray(a)
    axes = axis if isinstance(axis, (tuple, list)) else (axis,)
    total = a.ndim + len(axes)
    for one in builtins.sorted(one % total for one in axes):
        a = _as_array(_op("unsqueeze", a, one))
    return a


def broadcast_shapes(*shapes):
    """The shape that these broadcast to."""
    shapes = [_shape(shape) for shape in shapes]
    result = [1] * builtins.max((len(shape) for shape in shapes), default=0)
    for shape in shapes:
        for back in range(1, len(shape) + 1):
            size = shape[-back]
            if size != 1 and result[-back] not in (1, size):
                raise ValueError("shape mismatch: objects cannot be broadcast to a single shape")
            result[-back] = size if size != 1 else result[-back]
    return tuple(result)


def broadcast_to(array, shape, subok=False):
    array, shape = asarray(array), _shape(shape)
    try:
        fits = broadcast_shapes(array.shape, shape) == shape
    except ValueError:
        fits = False
    if not fits:
        raise ValueError(
            "operands could not be broadcast together with remapped shapes [original->remapped]: "
            f"{_sizes(array.shape)}  and requested shape {_sizes(shape)}"
        )
    return _as_array(_op("broadcast_to", array, shape))


def broadcast_arrays(*args, subok=False):
    arrays = [asarray(one) for one in args]
    shape = broadcast_shapes(*[one.shape for one in arrays])
    return tuple(broadcast_to(one, shape) for one in arrays)


def _at_least(dims):
    def function(*arys):
        made = []
        for one in map(asarray, arys):
            if one.ndim == 0:
                one = one.reshape((1,) * dims)
            elif one.ndim == 1 and dims > 1:
                one = one.reshape(1, -1) if dims == 2 else one.reshape(1, -1, 1)
            elif one.ndim == 2 and dims == 3:
                one = one.reshape((*one.shape, 1))
            made.append(one)
        return made[0] if len(made) == 1 else tuple(made)

    function.__name__ = f"atleast_{dims}d"
    return function


atleast_1d, atleast_2d, atleast_3d = map(_at_least, (1, 2, 3))


def _same_type(arrays):
    """All as arrays of the dtype that they promote to."""
    arrays = [asarray(a) for a in arrays]
    if not arrays:
        raise ValueError("need at least one array to concatenate")
    name = arrays[0].dtype.name
    for one in arrays[1:]:
        name = _numpy.promoted(name, one.dtype.name)
    return [a if a.dtype.name == name else a.astype(name) for a in arrays]


def concatenate(arrays, axis=0, out=None, *, dtype=None, casting="same_kind"):
    arrays = _same_type(arrays)
    if axis is None:
        arrays, axis = [a.reshape(-1) for a in arrays], 0
    first = arrays[0]
    if first.ndim == 0:
        raise ValueError("zero-dimensional arrays cannot be concatenated")
    axis = _axis(axis, first.ndim)
    for at, one in enumerate(arrays):
        if one.ndim != first.ndim:
            raise ValueError(
                f"all the input arrays must have same number of dimensions, but the array at index 0 has {first.ndim} "
                f"dimension(s) and the array at index {at} has {one.ndim} dimension(s)"
            )
        for d, (have, want) in enumerate(zip(one.shape, first.shape)):
            if d != axis and have != want:
                raise ValueError(
                    "all the input array dimensions except for the concatenation axis must match exactly, but along "
                    f"dimension {d}, the array at index 0 has size {want} and the array at index {at} has size {have}"
                )
    made = _op("cat", arrays, axis)
    return made if dtype is None else made.astype(dtype)


concat = concatenate


def stack(arrays, axis=0, out=None, *, dtype=None, casting="same_kind"):
    arrays = _same_type(arrays)
    if len({a.shape for a in arrays}) > 1:
        raise ValueError("all input arrays must have the same shape")
    made = _op("stack", arrays, axis)
    return made if dtype is None else made.astype(dtype)


def unstack(x, *, axis=0):
    return tuple(moveaxis(asarray(x), axis, 0))


def vstack(tup, *, dtype=None, casting="same_kind"):
    return concatenate([atleast_2d(a) for a in tup], 0, dtype=dtype)


def hstack(tup, *, dtype=None, casting="same_kind"):
    arrays = [atleast_1d(a) for a in tup]
    return concatenate(arrays, 0 if arrays and arrays[0].ndim == 1 else 1, dtype=dtype)


def dstack(tup):
    return concatenate([atleast_3d(a) for a in tup], 2)


def column_stack(tup):
    return concatenate([a if a.ndim > 1 else a.reshape(-1, 1) for a in map(asarray, tup)], 1)


def block(arrays):
    """An array from nested lists of blocks."""
    if not isinstance(arrays, list):
        return asarray(arrays)
    depth, inner = 0, arrays
    while isinstance(inner, list):
        depth, inner = depth + 1, inner[0]

    def build(blocks, level):
        if not isinstance(blocks, list):
            return atleast_2d(blocks) if depth == 2 else atleast_1d(blocks)
        return concatenate([build(one, level + 1) for one in blocks], level - depth)

    return build(arrays, 0)


class _Columns:
    """`np.c_[a, b]`"""

    def __getitem__(self, arrays):
        return column_stack([_ranged(one) for one in (arrays if isinstance(arrays, tuple) else (arrays,))])


class _Rows:
    """`np.r_[a, 1:4]`"""

    def __getitem__(self, arrays):
        return hstack([_ranged(one) for one in (arrays if isinstance(arrays, tuple) else (arrays,))])


def _ranged(one):
    if not isinstance(one, slice):
        return one
    return arange(one.start or 0, one.stop, 1 if one.step is None else one.step)


class _Index:
    """`np.s_[1:3, ::2]`: an index to keep."""

    def __getitem__(self, index):
        return index


c_ = _Columns()
r_ = _Rows()
s_ = index_exp = _Index()


def ix_(*args):
    """Positions of each axis, as an index of all their combinations."""
    made = []
    for at, one in enumerate(args):
        one = asarray(one)
        one = one.nonzero()[0] if one.dtype.kind == "b" else one
        made.append(one.reshape(tuple(-1 if d == at else 1 for d in range(len(args)))))
    return tuple(made)


def append(arr, values, axis=None):
    if axis is None:
        return concatenate([asarray(arr).reshape(-1), asarray(values).reshape(-1)])
    return concatenate([arr, values], axis)


def array_split(ary, indices_or_sections, axis=0):
    ary = asarray(ary)
    size = ary.shape[axis]
    if isinstance(indices_or_sections, (int, generic)):
        each, more = divmod(size, int(indices_or_sections))
        ends, end = [], 0
        for at in range(int(indices_or_sections)):
            end += each + (at < more)
            ends.append(end)
        ends = ends[:-1]
    else:
        ends = [int(end) for end in indices_or_sections]
    before = (slice(None),) * (axis % ary.ndim)
    return [ary[before + (slice(start, end),)] for start, end in zip([0, *ends], [*ends, size])]


def split(ary, indices_or_sections, axis=0):
    ary = asarray(ary)
    if isinstance(indices_or_sections, (int, generic)) and ary.shape[axis] % indices_or_sections:
        raise ValueError("array split does not result in an equal division")
    return array_split(ary, indices_or_sections, axis)


def hsplit(ary, indices_or_sections):
    return split(ary, indices_or_sections, 0 if asarray(ary).ndim == 1 else 1)


def vsplit(ary, indices_or_sections):
    return split(ary, indices_or_sections, 0)


def dsplit(ary, indices_or_sections):
    return split(ary, indices_or_sections, 2)


def tile(A, reps):
    return _op("tile", asarray(A), _shape(reps))


def repeat(a, repeats, axis=None):
    return asarray(a).repeat(repeats, axis)


def flip(m, axis=None):
    m = asarray(m)
    axes = range(m.ndim) if axis is None else axis if isinstance(axis, tuple) else (axis,)
    axes = {one % m.ndim for one in axes}
    return m[tuple(slice(None, None, -1) if d in axes else slice(None) for d in range(m.ndim))]


def fliplr(m):
    return flip(m, 1)


def flipud(m):
    return flip(m, 0)


def rot90(m, k=1, axes=(0, 1)):
    m = asarray(m)
    for _ in range(k % 4):
        m = flip(m, axes[1]).swapaxes(axes[0], axes[1])
    return m.copy()


def roll(a, shift, axis=None):
    a = asarray(a)
    if axis is None:
        return _op("roll", a.reshape(-1), shift, 0).reshape(a.shape)
    return _op("roll", a, shift, axis)


def resize(a, new_shape):
    """The elements over and over, as many as the shape holds."""
    flat, count = asarray(a).reshape(-1), 1
    for size in _shape(new_shape):
        count *= size
    times = -(-count // builtins.max(flat.size, 1))
    return tile(flat, times)[:count].reshape(new_shape)


def delete(arr, obj, axis=None):
    arr = asarray(arr)
    if axis is None:
        arr, axis = arr.reshape(-1), 0
    size = arr.shape[axis]
    if isinstance(obj, slice):
        gone = set(range(*obj.indices(size)))
    else:
        places = asarray(obj)
        places = places.nonzero()[0] if places.dtype.kind == "b" else places
        for place in places.reshape(-1).tolist():
            if not -size <= place < size:
                raise IndexError(f"index {place} is out of bounds for axis {axis} with size {size}")
        gone = {int(place) % size for place in places.reshape(-1).tolist()}
    return arr.take([at for at in range(size) if at not in gone], axis)


def insert(arr, obj, values, axis=None):
    arr = asarray(arr)
    if axis is None:
        arr, axis = arr.reshape(-1), 0
    values = asarray(values).astype(arr.dtype)
    places = asarray(obj).reshape(-1).tolist()
    if len(places) == 1:
        place = places[0] + (arr.shape[axis] if places[0] < 0 else 0)
        shape = list(arr.shape)
        shape[axis] = 1 if values.ndim < arr.ndim else values.shape[axis]
        if arr.ndim == 1:
            shape[axis] = builtins.max(values.size, 1)
        middle = broadcast_to(values if values.ndim in (0, arr.ndim) else expand_dims(values, axis), tuple(shape))
        before, after = array_split(arr, [place], axis)
        return concatenate([before, middle, after], axis)
    rows = list(moveaxis(arr, axis, 0))
    values = broadcast_to(values, (len(places),) if values.ndim < 2 else values.shape)
    for shift, (place, value) in enumerate(builtins.sorted(zip(places, values), key=lambda pair: pair[0])):
        rows.insert(place + shift, value)
    return moveaxis(stack(rows), 0, axis)


def pad(array, pad_width, mode="constant", **kwargs):
    """The array with a border."""
    array = asarray(array)
    width = asarray(pad_width).tolist()
    if isinstance(width, int):
        widths = [(width, width)] * array.ndim
    elif not isinstance(width[0], list):
        widths = [tuple(width) if len(width) == 2 else (width[0], width[0])] * array.ndim
    else:
        widths = [tuple(pair) if len(pair) == 2 else (pair[0], pair[0]) for pair in width]
        widths = widths * array.ndim if len(widths) == 1 else widths
    if mode == "constant":
        value = kwargs.get("constant_values", 0)
        made = full(tuple(size + low + high for size, (low, high) in zip(array.shape, widths)), value, array.dtype)
        made[tuple(slice(low, low + size) for size, (low, _) in zip(array.shape, widths))] = array
        return made
    for axis, (low, high) in enumerate(widths):
        size = array.shape[axis]
        array = array.take([_source(at, size, mode) for at in range(-low, size + high)], axis)
    return array


def _source(at, size, mode):
    """The position whose element stands at a place outside."""
    if mode == "edge":
        return builtins.min(builtins.max(at, 0), size - 1)
    if mode == "wrap":
        return at % size
    if mode == "reflect":
        period = builtins.max(2 * (size - 1), 1)
        at = abs(at) % period
        return at if at < size else period - at
    if mode == "symmetric":
        at %= 2 * size
        return at if at < size else 2 * size - 1 - at
    raise ValueError(f"mode '{mode}' is not supported")


def trim_zeros(filt, trim="fb"):
    kept = asarray(filt).nonzero()[0].tolist()
    if not kept:
        return filt[:0]
    return filt[kept[0] if "f" in trim.lower() else 0 : kept[-1] + 1 if "b" in trim.lower() else len(filt)]


def shape(a):
    return asarray(a).shape


def ndim(a):
    return asarray(a).ndim


def size(a, axis=None):
    return asarray(a).size if axis is None else asarray(a).shape[axis]
