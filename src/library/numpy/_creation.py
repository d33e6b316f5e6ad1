"""Making arrays."""

import builtins
import math

import _numpy
from ._dtypes import generic, name_of
from ._ndarray import _as_array, _op, array, asarray, ndarray

__all__ = ["arange", "linspace", "logspace", "geomspace", "zeros", "ones", "empty", "full", "eye", "identity",
           "zeros_like", "ones_like", "empty_like", "full_like", "tri", "tril", "triu", "diag", "diagflat", "meshgrid",
           "fromiter", "fromfunction", "frombuffer", "indices", "copy", "asanyarray", "ascontiguousarray", "mgrid", "ogrid",
           "vander"]

asanyarray = ascontiguousarray = asarray


def arange(start, stop=None, step=1, dtype=None):
    if stop is None:
        start, stop = 0, start
    start, stop, step = (asarray(one).item() if isinstance(one, (generic, ndarray)) else one for one in (start, stop, step))
    if step == 0:
        raise ZeroDivisionError("division by zero")
    whole = builtins.all(isinstance(number, int) for number in (start, stop, step))
    count = builtins.max(0, math.ceil((stop - start) / step))
    made = _as_array(_op("arange", 0, count, 1))
    if whole:
        made = made * step + start
    else:
        made = made * (float(start + step) - start) + float(start)
    return made if dtype is None else made.astype(dtype)


def linspace(start, stop, num=50, endpoint=True, retstep=False, dtype=None, axis=0):
    start, stop = (asarray(one) * 1.0 for one in (start, stop))
    parts = num - 1 if endpoint else num
    step = (stop - start) / parts if parts > 0 else math.nan
    counted = arange(num) * 1.0
    if getattr(start, "ndim", 0) or getattr(stop, "ndim", 0):
        counted = counted.reshape((num,) + (1,) * asarray(stop - start).ndim)
    made = counted * step + start if parts > 0 else counted + start
    if endpoint and num > 1:
        made[-1] = stop
    if dtype is not None:
        if name_of(dtype)[0] in "iu":
            made = _op("floor", made)
        made = made.astype(dtype)
    return (made, step) if retstep else made


def logspace(start, stop, num=50, endpoint=True, base=10.0, dtype=None):
    made = base ** linspace(start, stop, num, endpoint)
    return made if dtype is None else made.astype(dtype)


def geomspace(start, stop, num=50, endpoint=True, dtype=None):
    made = logspace(math.log10(start), math.log10(stop), num, endpoint)
    if num:
        made[0] = start
    if endpoint and num > 1:
        made[-1] = stop
    return made if dtype is None else made.astype(dtype)


def _shape(shape):
    return (int(shape),) if isinstance(shape, (int, generic)) else tuple(int(size) for size in shape)


def full(shape, fill_value, dtype=None, order="C"):
    shape = _shape(shape)
    if builtins.any(size < 0 for size in shape):
        raise ValueError("negative dimensions are not allowed")
    value = asarray(fill_value)
    name = name_of(dtype) or value.dtype.name
    made = _as_array(_op("full", shape, 0.0)).astype(name)
    made[...] = value
    return made


def zeros(shape, dtype=None, order="C"):
    return full(shape, 0.0, dtype or "float64")


def ones(shape, dtype=None, order="C"):
    return full(shape, 1.0, dtype or "float64")


empty = zeros


def zeros_like(a, dtype=None, order="K", subok=True, shape=None):
    a = asarray(a)
    return zeros(a.shape if shape is None else shape, dtype or a.dtype)


def ones_like(a, dtype=None, order="K", subok=True, shape=None):
    a = asarray(a)
    return ones(a.shape if shape is None else shape, dtype or a.dtype)


empty_like = zeros_like


def full_like(a, fill_value, dtype=None, order="K", subok=True, shape=None):
    a = asarray(a)
    return full(a.shape if shape is None else shape, fill_value, dtype or a.dtype)


def tri(N, M=None, k=0, dtype=float):
    """Ones at and below a diagonal."""
    columns = arange(N if M is None else M)
    return (columns <= arange(N).reshape(-1, 1) + k).astype(dtype)


def eye(N, M=None, k=0, dtype=float, order="C"):
    columns = arange(N if M is None else M)
    return (columns == arange(N).reshape(-1, 1) + k).astype(dtype)


def identity(n, dtype=float):
    return eye(n, dtype=dtype)


def tril(m, k=0):
    return _op("tril", asarray(m), k)


def triu(m, k=0):
    return _op("triu", asarray(m), k)


def diag(v, k=0):
    return _op("diag", asarray(v), k).copy()


def diagflat(v, k=0):
    return diag(asarray(v).reshape(-1), k)


def meshgrid(*xi, copy=True, sparse=False, indexing="xy"):
    """Coordinates of a grid: one array for each axis."""
    xi = [asarray(x).reshape(-1) for x in xi]
    shapes = [[1] * len(xi) for _ in xi]
    order = list(range(len(xi)))
    if indexing == "xy" and len(xi) > 1:
        order[0], order[1] = 1, 0
    for shape, x, place in zip(shapes, xi, order):
        shape[place] = x.size
    spread = [x.reshape(tuple(shape)) for x, shape in zip(xi, shapes)]
    if sparse:
        return tuple(spread)
    full_shape = [0] * len(xi)
    for x, place in zip(xi, order):
        full_shape[place] = x.size
    return tuple(_as_array(_op("broadcast_to", one, tuple(full_shape))).copy() for one in spread)


class _Grid:
    """`np.mgrid[0:3, 0:1:5j]`, and `np.ogrid` with each axis by itself."""

    def __init__(self, sparse):
        self.sparse = sparse

    def __getitem__(self, key):
        slices = key if isinstance(key, tuple) else (key,)
        axes = [self.axis(one) for one in slices]
        if not isinstance(key, tuple):
            return axes[0]
        grid = meshgrid(*axes, sparse=self.sparse, indexing="ij")
        return grid if self.sparse else _op("stack", list(grid))

    def axis(self, one):
        start = one.start or 0
        if isinstance(one.step, complex):
            return linspace(start, one.stop, int(abs(one.step)))
        return arange(start, one.stop, 1 if one.step is None else one.step)


mgrid = _Grid(False)
ogrid = _Grid(True)


def indices(dimensions, dtype=int, sparse=False):
    grid = meshgrid(*[arange(size) for size in dimensions], sparse=sparse, indexing="ij")
    return grid if sparse else _op("stack", list(grid)).astype(dtype)


def fromiter(iter, dtype, count=-1):
    return array([value for at, value in enumerate(iter) if count < 0 or at < count], dtype)


def fromfunction(function, shape, *, dtype=float, **kwargs):
    return function(*indices(shape, dtype), **kwargs)


def frombuffer(buffer, dtype=float, count=-1, offset=0):
    import _serialize

    data = bytes(buffer)[offset:]
    size = {"float64": 8, "int64": 8, "float32": 4, "int32": 4}.get(name_of(dtype), 1)
    count = len(data) // size if count < 0 else count
    return _serialize.array(data[: count * size], name_of(dtype), (count,))


def copy(a, order="K", subok=False):
    return array(a)


def vander(x, N=None, increasing=False):
    x = asarray(x)
    powers = arange(x.size if N is None else N)
    return x.reshape(-1, 1) ** (powers if increasing else powers[::-1])
