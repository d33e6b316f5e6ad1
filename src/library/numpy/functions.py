"""Functions of arrays."""

import builtins
import math

import _numpy
from .dtypes import name_of
from .ndarray import _as_array, _op, array, asarray, ndarray

__all__ = ["arange", "linspace", "zeros", "ones", "empty", "full", "eye", "identity", "zeros_like", "ones_like",
           "empty_like", "full_like", "exp", "log", "log2", "log10", "log1p", "expm1", "sqrt", "abs", "absolute", "sin",
           "cos", "tan", "tanh", "arctan", "arctan2", "sinh", "cosh", "sign", "square", "floor", "ceil", "round",
           "isnan", "isinf", "isfinite", "maximum", "minimum", "power", "sum", "mean", "std", "var", "min", "max", "amin",
           "amax", "argmin", "argmax", "prod", "cumsum", "any", "all", "argsort", "sort", "dot", "matmul", "where",
           "concatenate", "stack", "vstack", "hstack", "column_stack", "meshgrid", "reshape", "transpose", "squeeze",
           "expand_dims", "ravel", "clip", "outer", "tile", "repeat", "unique", "allclose", "isclose", "array_equal",
           "median", "percentile", "bincount", "append", "split", "flip", "diag", "nonzero", "copy", "shape", "ndim",
           "size", "add", "subtract", "multiply", "divide", "negative", "c_", "r_", "set_printoptions"]


def _floats(x):
    x = asarray(x)
    return x if x.dtype.kind == "f" else x.astype("float64")


def arange(start, stop=None, step=1, dtype=None):
    if stop is None:
        start, stop = 0, start
    count = builtins.max(0, math.ceil((stop - start) / step))
    return array([start + i * step for i in range(count)] or [], dtype or _number_type(start, stop, step))


def _number_type(*numbers):
    return "int64" if builtins.all(isinstance(number, int) for number in numbers) else "float64"


def linspace(start, stop, num=50, endpoint=True, dtype=None):
    parts = builtins.max(num - 1 if endpoint else num, 1)
    step = (stop - start) / parts
    values = [i * step + start for i in range(num)]
    if endpoint and num > 1:
        values[-1] = float(stop)
    return array(values, dtype or "float64")


def _shape(shape):
    return (shape,) if isinstance(shape, int) else tuple(shape)


def full(shape, fill_value, dtype=None):
    made = _as_array(_numpy.call("full", _shape(shape), float(fill_value)))
    return made.astype(dtype or _number_type(fill_value))


def zeros(shape, dtype="float64"):
    return full(shape, 0.0, dtype)


def ones(shape, dtype="float64"):
    return full(shape, 1.0, dtype)


empty = zeros


def eye(N, M=None, dtype="float64"):
    return array([[float(i == j) for j in range(M or N)] for i in range(N)], dtype)


identity = eye


def zeros_like(a, dtype=None):
    a = asarray(a)
    return zeros(a.shape, dtype or a.dtype)


def ones_like(a, dtype=None):
    a = asarray(a)
    return ones(a.shape, dtype or a.dtype)


empty_like = zeros_like


def full_like(a, fill_value, dtype=None):
    a = asarray(a)
    return full(a.shape, fill_value, dtype or a.dtype)


def _elementwise(name):
    def function(x):
        return _op(name, _floats(x))

    function.__name__ = name
    return function


exp = _elementwise("exp")
log = _elementwise("log")
log2 = _elementwise("log2")
log10 = _elementwise("log10")
log1p = _elementwise("log1p")
expm1 = _elementwise("expm1")
sqrt = _elementwise("sqrt")
sin = _elementwise("sin")
cos = _elementwise("cos")
tan = _elementwise("tan")
tanh = _elementwise("tanh")
sinh = _elementwise("sinh")
cosh = _elementwise("cosh")
arctan = _elementwise("atan")
floor = _elementwise("floor")
ceil = _elementwise("ceil")
isnan = _elementwise("isnan")
isinf = _elementwise("isinf")
isfinite = _elementwise("isfinite")


def abs(x):
    return _op("abs", asarray(x))


absolute = abs


def sign(x):
    return _op("sign", asarray(x))


def square(x):
    x = asarray(x)
    return x * x


def negative(x):
    return -asarray(x)


def round(a, decimals=0):
    return asarray(a).round(decimals)


def arctan2(y, x):
    return _op("atan2", _floats(y), _floats(x))


def maximum(x1, x2):
    return _op("maximum", asarray(x1), asarray(x2))


def minimum(x1, x2):
    return _op("minimum", asarray(x1), asarray(x2))


def power(x1, x2):
    return asarray(x1) ** x2


def add(x1, x2):
    return asarray(x1) + x2


def subtract(x1, x2):
    return asarray(x1) - x2


def multiply(x1, x2):
    return asarray(x1) * x2


def divide(x1, x2):
    return asarray(x1) / x2


def _method(name):
    def function(a, *args, **options):
        return getattr(asarray(a), name)(*args, **options)

    function.__name__ = name
    return function


sum = _method("sum")
mean = _method("mean")
std = _method("std")
var = _method("var")
min = amin = _method("min")
max = amax = _method("max")
argmin = _method("argmin")
argmax = _method("argmax")
prod = _method("prod")
cumsum = _method("cumsum")
any = _method("any")
all = _method("all")
argsort = _method("argsort")
reshape = _method("reshape")
transpose = _method("transpose")
squeeze = _method("squeeze")
ravel = _method("ravel")
clip = _method("clip")
repeat = _method("repeat")
nonzero = _method("nonzero")
copy = _method("copy")


def sort(a, axis=-1):
    a = asarray(a).copy()
    a.sort(axis)
    return a


def dot(a, b):
    return asarray(a) @ asarray(b)


matmul = dot


def outer(a, b):
    return asarray(a).reshape(-1, 1) * asarray(b).reshape(1, -1)


def where(condition, x=None, y=None):
    condition = asarray(condition)
    if x is None:
        return condition.nonzero()
    return _op("where", condition, asarray(x), asarray(y))


def concatenate(arrays, axis=0):
    return _op("cat", _same_type(arrays), axis)


def _same_type(arrays):
    """All as arrays of the widest of their types."""
    arrays = [asarray(a) for a in arrays]
    order = ["bool", "uint8", "int32", "int64", "float32", "float64"]
    widest = order[builtins.max(order.index(a.dtype.name) for a in arrays)]
    return [a if a.dtype.name == widest else a.astype(widest) for a in arrays]


def stack(arrays, axis=0):
    return _op("stack", _same_type(arrays), axis)


def vstack(arrays):
    return concatenate([a if a.ndim > 1 else a.reshape(1, -1) for a in map(asarray, arrays)], 0)


def hstack(arrays):
    arrays = [asarray(a) for a in arrays]
    return concatenate(arrays, 0 if arrays[0].ndim == 1 else 1)


def column_stack(arrays):
    return concatenate([a if a.ndim > 1 else a.reshape(-1, 1) for a in map(asarray, arrays)], 1)


class _Columns:
    """`np.c_[a, b]`"""

    def __getitem__(self, arrays):
        return column_stack(arrays if isinstance(arrays, tuple) else (arrays,))


class _Rows:
    """`np.r_[a, b]`"""

    def __getitem__(self, arrays):
        return hstack(arrays if isinstance(arrays, tuple) else (arrays,))


c_ = _Columns()
r_ = _Rows()


def append(arr, values, axis=None):
    if axis is None:
        return concatenate([asarray(arr).reshape(-1), asarray(values).reshape(-1)])
    return concatenate([arr, values], axis)


def meshgrid(*xi, indexing="xy"):
    xi = [asarray(x) for x in xi]
    if indexing == "ij" or len(xi) < 2:
        return list(_op("meshgrid", xi, "ij"))
    x, y = xi
    return [_op("expand", x.reshape(1, -1), (y.size, x.size)).copy(), _op("expand", y.reshape(-1, 1), (y.size, x.size)).copy()]


def expand_dims(a, axis):
    return _op("unsqueeze", asarray(a), axis)


def tile(A, reps):
    return _op("tile", asarray(A), _shape(reps))


def flip(m, axis=None):
    m = asarray(m)
    return _op("flip", m, tuple(range(m.ndim)) if axis is None else (axis,))


def split(ary, sections, axis=0):
    return list(_op("split", asarray(ary), asarray(ary).shape[axis] // sections, axis))


def diag(v, k=0):
    return _op("diag", asarray(v), k)


def unique(ar, return_counts=False):
    values, counts = [], []
    for value in builtins.sorted(asarray(ar).reshape(-1).tolist()):
        if values and values[-1] == value:
            counts[-1] += 1
        else:
            values.append(value)
            counts.append(1)
    unique_values = array(values, asarray(ar).dtype)
    return (unique_values, array(counts)) if return_counts else unique_values


def bincount(x, minlength=0):
    counts = [0] * builtins.max(minlength, 1 + builtins.max(asarray(x).tolist(), default=-1))
    for value in asarray(x).tolist():
        counts[value] += 1
    return array(counts, "int64")


def isclose(a, b, rtol=1e-5, atol=1e-8):
    a, b = _floats(a), _floats(b)
    return abs(a - b) <= atol + rtol * abs(b)


def allclose(a, b, rtol=1e-5, atol=1e-8):
    return bool(asarray(isclose(a, b, rtol, atol)).all())


def array_equal(a1, a2):
    a1, a2 = asarray(a1), asarray(a2)
    return a1.shape == a2.shape and bool(asarray(a1 == a2).all())


def percentile(a, q, axis=None):
    values = builtins.sorted(asarray(a).reshape(-1).tolist())
    place = (len(values) - 1) * q / 100
    below = builtins.min(int(place), len(values) - 1)
    above = builtins.min(below + 1, len(values) - 1)
    return values[below] + (values[above] - values[below]) * (place - below)


def median(a, axis=None):
    return percentile(a, 50)


def shape(a):
    return asarray(a).shape


def ndim(a):
    return asarray(a).ndim


def size(a):
    return asarray(a).size


def set_printoptions(**options):
    pass
