"""Products, choices and comparisons of whole arrays."""

import builtins

import _numpy
from ._creation import arange, tri, zeros
from ._ndarray import _as_array, _floats, _op, array, asarray, ndarray
from ._shaping import broadcast_shapes, broadcast_to, moveaxis

__all__ = ["dot", "matmul", "vdot", "vecdot", "inner", "outer", "tensordot", "einsum", "kron", "cross", "trace", "diagonal", "where",
           "select", "choose", "take", "take_along_axis", "put_along_axis", "put", "copyto", "putmask", "extract", "compress",
           "allclose", "isclose", "array_equal", "array_equiv", "nan_to_num", "convolve", "correlate", "polyfit", "polyval",
           "polyder", "sinc", "apply_along_axis", "vectorize", "ndenumerate", "ndindex", "unravel_index",
           "ravel_multi_index", "triu_indices", "tril_indices", "diag_indices", "fill_diagonal", "shares_memory",
           "may_share_memory", "isneginf", "isposinf", "iterable", "errstate", "seterr", "real", "imag", "matvec",
           "hanning", "hamming", "frompyfunc", "piecewise", "unwrap", "isreal", "iscomplexobj", "isrealobj"]


def matmul(x1, x2, out=None):
    a, b = asarray(x1), asarray(x2)
    if a.ndim == 0 or b.ndim == 0:
        raise ValueError("matmul: Input operand 0 does not have enough dimensions (has 0, gufunc core with signature "
                         "(n?,k),(k,m?)->(n?,m?) requires 1)")
    return a @ b


def dot(a, b, out=None):
    a, b = asarray(a), asarray(b)
    if a.ndim == 0 or b.ndim == 0:
        return a * b
    if a.shape[-1] != b.shape[-2 if b.ndim > 1 else 0]:
        left, right = (str(one.shape).replace(" ", "") for one in (a, b))
        raise ValueError(f"shapes {left} and {right} not aligned: {a.shape[-1]} (dim {a.ndim - 1}) != "
                         f"{b.shape[-2 if b.ndim > 1 else 0]} (dim {builtins.max(b.ndim - 2, 0)})")
    return a @ b if b.ndim <= 2 else tensordot(a, b, ((a.ndim - 1,), (b.ndim - 2,)))


def vdot(a, b):
    return (asarray(a).reshape(-1) * asarray(b).reshape(-1)).sum()


def vecdot(x1, x2):
    return (asarray(x1) * asarray(x2)).sum(-1)


def matvec(x1, x2):
    return (asarray(x1) * asarray(x2)[..., None, :]).sum(-1)


def inner(a, b):
    a, b = asarray(a), asarray(b)
    return a * b if a.ndim == 0 or b.ndim == 0 else tensordot(a, b, ((a.ndim - 1,), (b.ndim - 1,)))


def outer(a, b, out=None):
    return asarray(a).reshape(-1, 1) * asarray(b).reshape(1, -1)


def _same(*arrays):
    """All in the dtype that they promote to."""
    arrays = [asarray(one) for one in arrays]
    name = arrays[0].dtype.name
    for one in arrays[1:]:
        name = _numpy.promoted(name, one.dtype.name)
    return [one if one.dtype.name == name else one.astype(name) for one in arrays]


def tensordot(a, b, axes=2):
    a, b = _same(a, b)
    if isinstance(axes, int):
        axes = (list(range(a.ndim - axes, a.ndim)), list(range(axes)))
    first, second = ([one] if isinstance(one, int) else list(one) for one in axes)
    return _contract(a, b, first, second)


def _contract(a, b, first, second):
    """A product over pairs of axes: both as matrices."""
    first, second = [one % a.ndim for one in first], [one % b.ndim for one in second]
    if [a.shape[one] for one in first] != [b.shape[one] for one in second]:
        raise ValueError("shape-mismatch for sum")
    keep_a = [d for d in range(a.ndim) if d not in first]
    keep_b = [d for d in range(b.ndim) if d not in second]
    inner_size = 1
    for one in first:
        inner_size *= a.shape[one]
    left = _as_array(_op("permute", a, tuple(keep_a + first))).reshape((-1, inner_size))
    right = _as_array(_op("permute", b, tuple(second + keep_b))).reshape((inner_size, -1))
    shape = tuple([a.shape[d] for d in keep_a] + [b.shape[d] for d in keep_b])
    found = (left @ right).reshape(shape)
    return found if shape else found[()]


def einsum(subscripts, *operands, optimize=False, out=None, dtype=None):
    return _op("einsum", subscripts, _same(*operands))


def kron(a, b):
    return _op("kron", *_same(a, b))


def cross(a, b, axisa=-1, axisb=-1, axisc=-1, axis=None):
    a, b = _same(a, b)
    if a.shape[-1] == 2:
        return a[..., 0] * b[..., 1] - a[..., 1] * b[..., 0]
    parts = [a[..., i] * b[..., j] - a[..., j] * b[..., i] for i, j in ((1, 2), (2, 0), (0, 1))]
    return _op("stack", [asarray(part) for part in parts], -1)


def trace(a, offset=0, axis1=0, axis2=1):
    return asarray(a).trace(offset, axis1, axis2)


def diagonal(a, offset=0, axis1=0, axis2=1):
    return asarray(a).diagonal(offset, axis1, axis2)


def where(condition, x=None, y=None):
    condition = asarray(condition)
    condition = condition if condition.dtype.kind == "b" else condition != 0
    if x is None:
        return condition.nonzero()
    if type(x) in (int, float) and isinstance(y, ndarray):
        x = asarray(x, (zeros(0, y.dtype) + x).dtype)
    elif type(y) in (int, float) and isinstance(x, ndarray):
        y = asarray(y, (zeros(0, x.dtype) + y).dtype)
    return _op("where", condition, *_same(x, y))


def select(condlist, choicelist, default=0):
    found = asarray(default)
    for condition, choice in zip(reversed(condlist), reversed(choicelist)):
        found = where(condition, choice, found)
    return found


def piecewise(x, condlist, funclist):
    x = asarray(x)
    made = zeros(x.shape, x.dtype)
    if len(funclist) > len(condlist):
        condlist = [*condlist, ~_sum_any(condlist)]
    for condition, function in zip(condlist, funclist):
        made[condition] = function(x[condition]) if callable(function) else function
    return made


def _sum_any(conditions):
    found = asarray(conditions[0])
    for one in conditions[1:]:
        found = found | one
    return found


def choose(a, choices):
    a = asarray(a)
    found = broadcast_to(asarray(choices[0]), a.shape)
    for number, choice in enumerate(choices):
        found = where(a == number, choice, found)
    return found


def take(a, indices, axis=None, out=None, mode="raise"):
    return asarray(a).take(indices, axis)


def compress(condition, a, axis=None):
    return asarray(a).compress(condition, axis)


def take_along_axis(arr, indices, axis=-1):
    return _op("take_along_dim", asarray(arr), asarray(indices), axis)


def put_along_axis(arr, indices, values, axis):
    indices = asarray(indices)
    values = broadcast_to(asarray(values).astype(arr.dtype), indices.shape)
    arr[...] = _op("scatter", arr, axis, indices, values)


def put(a, ind, v, mode="raise"):
    flat = a.reshape(-1)
    values = asarray(v).reshape(-1).tolist()
    for number, place in enumerate(asarray(ind).reshape(-1).tolist()):
        flat[place] = values[number % len(values)]


def copyto(dst, src, casting="same_kind", where=True):
    dst[...] = src if where is True else _op("where", asarray(where), *_same(asarray(src).astype(dst.dtype), dst))


def putmask(a, mask, values):
    copyto(a, values, where=mask)


def extract(condition, arr):
    return asarray(arr).reshape(-1)[asarray(condition).reshape(-1) != 0]


def isclose(a, b, rtol=1e-5, atol=1e-8, equal_nan=False):
    a, b = _floats(asarray(a)), _floats(asarray(b))
    equal = a == b
    near = _op("abs", _as_array(a - b)) <= atol + rtol * _op("abs", b)
    found = equal | (near & _op("isfinite", b) & _op("isfinite", a))
    return found | (_op("isnan", a) & _op("isnan", b)) if equal_nan else found


def allclose(a, b, rtol=1e-5, atol=1e-8, equal_nan=False):
    return builtins.bool(asarray(isclose(a, b, rtol, atol, equal_nan)).all())


def array_equal(a1, a2, equal_nan=False):
    a1, a2 = asarray(a1), asarray(a2)
    if a1.shape != a2.shape:
        return False
    equal = a1 == a2
    if equal_nan and a1.dtype.kind == "f":
        equal = equal | (_op("isnan", a1) & _op("isnan", a2))
    return builtins.bool(asarray(equal).all())


def array_equiv(a1, a2):
    try:
        broadcast_shapes(asarray(a1).shape, asarray(a2).shape)
    except ValueError:
        return False
    return builtins.bool(asarray(asarray(a1) == asarray(a2)).all())


def nan_to_num(x, copy=True, nan=0.0, posinf=None, neginf=None):
    x = asarray(x)
    return _op("nan_to_num", x, nan, posinf, neginf) if x.dtype.kind == "f" else x.copy()


def isposinf(x):
    return _op("isposinf", _floats(asarray(x)))


def isneginf(x):
    return _op("isneginf", _floats(asarray(x)))


def real(val):
    return asarray(val)


def imag(val):
    return zeros(asarray(val).shape, asarray(val).dtype)


def isreal(x):
    return zeros(asarray(x).shape) == 0


def iscomplexobj(x):
    return isinstance(x, complex)


def isrealobj(x):
    return not iscomplexobj(x)


def convolve(a, v, mode="full"):
    a, v = _same(asarray(a).reshape(-1), asarray(v).reshape(-1))
    if a.size == 0 or v.size == 0:
        raise ValueError("a cannot be empty" if a.size == 0 else "v cannot be empty")
    a, v = (v, a) if v.size > a.size else (a, v)
    full = zeros(a.size + v.size - 1, a.dtype)
    for shift, weight in enumerate(v):
        full[shift : shift + a.size] += a * weight
    if mode == "full":
        return full
    size, start = (a.size, (v.size - 1) // 2) if mode == "same" else (a.size - v.size + 1, v.size - 1)
    return full[start : start + size]


def correlate(a, v, mode="valid"):
    return convolve(a, asarray(v)[::-1], mode)


def polyfit(x, y, deg, rcond=None, full=False, w=None, cov=False):
    """Coefficients of the polynomial of least squares, highest power first."""
    from .linalg import lstsq

    x, y = _floats(asarray(x)), _floats(asarray(y))
    left = x.reshape(-1, 1) ** arange(deg, -1, -1)
    scale = (left * left).sum(0) ** 0.5
    return (lstsq(left / scale, y)[0].T / scale).T


def polyval(p, x):
    found = asarray(x) * 0
    for coefficient in asarray(p):
        found = found * x + coefficient
    return found


def polyder(p, m=1):
    p = asarray(p)
    for _ in range(m):
        p = p[:-1] * arange(p.size - 1, 0, -1)
    return p


def sinc(x):
    return _op("sinc", _floats(asarray(x)))


def hanning(M):
    return 0.5 - 0.5 * _op("cos", 2 * 3.141592653589793 * arange(M) / (M - 1)) if M > 1 else zeros(M) + 1


def hamming(M):
    return 0.54 - 0.46 * _op("cos", 2 * 3.141592653589793 * arange(M) / (M - 1)) if M > 1 else zeros(M) + 1


def unwrap(p, discont=None, axis=-1, *, period=6.283185307179586):
    p = _floats(asarray(p)).copy()
    steps = p[1:] - p[:-1]
    turned = (steps + period / 2) % period - period / 2
    p[1:] += (turned - steps).cumsum()
    return p


def apply_along_axis(func1d, axis, arr, *args, **kwargs):
    rows = moveaxis(asarray(arr), axis, -1)
    found = [func1d(row, *args, **kwargs) for row in rows.reshape((-1, rows.shape[-1]))]
    made = array(found)
    made = made.reshape(rows.shape[:-1] + made.shape[1:])
    return moveaxis(made, -1, axis) if made.ndim == rows.ndim else made


class vectorize:
    """A function of numbers as a function of arrays."""

    def __init__(self, pyfunc, otypes=None, doc=None, excluded=None, cache=False, signature=None):
        self.pyfunc = pyfunc
        self.otypes = otypes

    def __call__(self, *args):
        arrays = [asarray(one) for one in args]
        shape = broadcast_shapes(*[one.shape for one in arrays])
        columns = [broadcast_to(one, shape).reshape(-1) for one in arrays]
        found = [self.pyfunc(*values) for values in zip(*columns)]
        if found and isinstance(found[0], tuple):
            return tuple(array(list(part)).reshape(shape) for part in zip(*found))
        made = array(found, self.otypes[0] if self.otypes else None)
        return made.reshape(shape)


def frompyfunc(func, nin, nout):
    return vectorize(func)


def ndindex(*shape):
    """All positions of a shape."""
    shape = shape[0] if len(shape) == 1 and not isinstance(shape[0], int) else shape
    places = [()]
    for size in shape:
        places = [(*place, at) for place in places for at in range(size)]
    return iter(places)


def ndenumerate(arr):
    arr = asarray(arr)
    return zip(ndindex(arr.shape), arr.reshape(-1))


def unravel_index(indices, shape, order="C"):
    rest, found = asarray(indices), []
    for size in reversed(shape):
        found.append(rest % size)
        rest = rest // size
    return tuple(reversed(found))


def ravel_multi_index(multi_index, dims, mode="raise", order="C"):
    found = 0
    for index, size in zip(multi_index, dims):
        found = found * size + asarray(index)
    return found


def triu_indices(n, k=0, m=None):
    return (tri(n, m, k - 1) == 0).nonzero()


def tril_indices(n, k=0, m=None):
    return (tri(n, m, k) != 0).nonzero()


def diag_indices(n, ndim=2):
    return (arange(n),) * ndim


def fill_diagonal(a, val, wrap=False):
    places = arange(builtins.min(a.shape))
    a[(places,) * a.ndim] = val


def may_share_memory(a, b, max_work=None):
    return _numpy.same_storage(a, b)


shares_memory = may_share_memory


def iterable(y):
    return hasattr(y, "__iter__")


class errstate:
    """Accepted: there are no floating-point warnings here."""

    def __init__(self, **kwargs):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass


def seterr(all=None, divide=None, over=None, under=None, invalid=None):
    return {"divide": "warn", "over": "warn", "under": "ignore", "invalid": "warn"}
