"""Linear algebra of arrays."""

from .ndarray import _op, asarray


def norm(x, ord=None, axis=None, keepdims=False):
    x = asarray(x)
    x = x if x.dtype.kind == "f" else x.astype("float64")
    return _op("linalg_vector_norm", x, 2 if ord is None else ord, axis, keepdims)


def inv(a):
    return _op("linalg_inv", asarray(a))


def det(a):
    return _op("linalg_det", asarray(a))


def solve(a, b):
    return _op("linalg_solve", asarray(a), asarray(b))
