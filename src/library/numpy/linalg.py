"""Linear algebra of arrays."""

from ._algebra import cross, matmul, outer, tensordot, trace, vecdot
from ._creation import eye
from ._ndarray import _floats, _op, asarray
from ._shaping import matrix_transpose
from ._algebra import diagonal

__all__ = ["norm", "vector_norm", "matrix_norm", "inv", "pinv", "det", "slogdet", "solve", "lstsq", "svd", "svdvals", "eigh",
           "eigvalsh", "qr", "cholesky", "matrix_rank", "matrix_power", "multi_dot", "cond", "LinAlgError", "cross", "matmul",
           "outer", "tensordot", "trace", "vecdot", "matrix_transpose", "diagonal"]


class LinAlgError(ValueError):
    __module__ = "numpy.linalg"


def _matrix(a):
    a = _floats(asarray(a))
    if a.ndim < 2:
        raise LinAlgError(f"{a.ndim}-dimensional array given. Array must be at least two-dimensional")
    return a


def _square(a):
    a = _matrix(a)
    if a.shape[-1] != a.shape[-2]:
        raise LinAlgError("Last 2 dimensions of the array must be square")
    return a


def norm(x, ord=None, axis=None, keepdims=False):
    x = _floats(asarray(x))
    if isinstance(axis, tuple) and len(axis) == 2 or axis is None and x.ndim == 2 and ord is not None:
        return _op("linalg_matrix_norm", x, "fro" if ord is None else ord, axis or (-2, -1), keepdims)
    if ord is None and axis is None:
        x = x.reshape(-1) if not keepdims else x
    return _op("linalg_vector_norm", x, 2 if ord is None else ord, axis, keepdims)


def vector_norm(x, /, *, axis=None, keepdims=False, ord=2):
    return _op("linalg_vector_norm", _floats(asarray(x)), ord, axis, keepdims)


def matrix_norm(x, /, *, keepdims=False, ord="fro"):
    return _op("linalg_matrix_norm", _floats(asarray(x)), ord, (-2, -1), keepdims)


def _solved(name, *args):
    """Calls an op that PyTorch lets fail for singular matrices, with numpy's word for it."""
    try:
        return _op(name, *args)
    except RuntimeError as error:
        if "singular" in str(error) or "invertible" in str(error):
            raise LinAlgError("Singular matrix") from None
        if "positive-definite" in str(error):
            raise LinAlgError("Matrix is not positive definite") from None
        raise


def inv(a):
    return _solved("linalg_inv", _square(a))


def pinv(a, rcond=None, hermitian=False):
    return _op("linalg_pinv", _matrix(a))


def det(a):
    return _op("linalg_det", _square(a))


class SlogdetResult(tuple):
    @property
    def sign(self):
        return self[0]

    @property
    def logabsdet(self):
        return self[1]


def slogdet(a):
    return SlogdetResult(_op("linalg_slogdet", _square(a)))


def solve(a, b):
    return _solved("linalg_solve", _square(a), _floats(asarray(b)))


def lstsq(a, b, rcond=None):
    """The solution of least squares, its squared residuals, the rank and the singular values."""
    a, b = _matrix(a), _floats(asarray(b))
    values = svdvals(a)
    rank = int((values > values[0] * 2.220446049250313e-16 * max(a.shape)).sum())
    found = pinv(a) @ b
    rest = ((a @ found - b) ** 2).sum(0)
    residuals = asarray(rest).reshape(-1) if rank == a.shape[1] < a.shape[0] else asarray([])
    return found, residuals, rank, values


class _Named(tuple):
    """A tuple whose parts have names."""


class SVDResult(_Named):
    U = property(lambda self: self[0])
    S = property(lambda self: self[1])
    Vh = property(lambda self: self[2])


class EighResult(_Named):
    eigenvalues = property(lambda self: self[0])
    eigenvectors = property(lambda self: self[1])


class QRResult(_Named):
    Q = property(lambda self: self[0])
    R = property(lambda self: self[1])


def svd(a, full_matrices=True, compute_uv=True, hermitian=False):
    if not compute_uv:
        return svdvals(a)
    return SVDResult(_op("linalg_svd", _matrix(a), full_matrices))


def svdvals(x, /):
    return _op("linalg_svdvals", _matrix(x))


def eigh(a, UPLO="L"):
    return EighResult(_op("linalg_eigh", _square(a)))


def eigvalsh(a, UPLO="L"):
    return _op("linalg_eigvalsh", _square(a))


def qr(a, mode="reduced"):
    found = _op("linalg_qr", _matrix(a), "reduced" if mode == "r" else mode)
    return found[1] if mode == "r" else QRResult(found)


def cholesky(a, /, *, upper=False):
    return _solved("linalg_cholesky", _square(a))


def matrix_rank(A, tol=None, hermitian=False, *, rtol=None):
    values = svdvals(A)
    limit = values[0] * 2.220446049250313e-16 * max(asarray(A).shape) if tol is None else tol
    return (values > limit).sum()


def matrix_power(a, n):
    a = asarray(a)
    if n == 0:
        return eye(a.shape[-1], dtype=a.dtype)
    a, n = (inv(a), -n) if n < 0 else (a, n)
    found = a
    for _ in range(n - 1):
        found = found @ a
    return found


def multi_dot(arrays):
    found = asarray(arrays[0])
    for one in arrays[1:]:
        found = found @ asarray(one)
    return found


def cond(x, p=None):
    values = svdvals(x)
    return values[0] / values[-1]
