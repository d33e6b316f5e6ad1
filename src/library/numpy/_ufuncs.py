"""Functions of each element: numpy's ufuncs."""

import _numpy
from ._ndarray import _floats, _op, array, asarray, ndarray

__all__ = []


class ufunc:
    """A function of each element of its arrays, which broadcast."""

    __module__ = "numpy"

    def __init__(self, name, compute, nin):
        self.__name__ = name
        self.compute = compute
        self.nin = nin
        self.nout = 1

    def __repr__(self):
        return f"<ufunc '{self.__name__}'>"

    def __call__(self, *arrays, out=None, where=None, dtype=None, casting="same_kind"):
        if len(arrays) == self.nin + 1:
            *arrays, out = arrays
        if len(arrays) != self.nin:
            raise TypeError(f"{self.__name__}() takes from {self.nin} to {self.nin + 1} positional arguments but "
                            f"{len(arrays)} were given")
        if dtype is not None:
            arrays = [asarray(one).astype(dtype) for one in arrays]
        result = self.compute(*arrays)
        if where is not None:
            before = asarray(out if out is not None else 0)
            result = _op("where", asarray(where), asarray(result), before.astype(asarray(result).dtype))
        if out is None:
            return result
        out = out[0] if isinstance(out, tuple) else out
        out[...] = result
        return out

    def reduce(self, array, axis=0, dtype=None, out=None, keepdims=False):
        """The function between all elements of an axis, one after the other."""
        array = asarray(array)
        whole = {"add": "sum", "multiply": "prod", "maximum": "max", "minimum": "min", "logical_and": "all",
                 "logical_or": "any"}.get(self.__name__)
        if whole:
            return getattr(array, whole)(axis=axis, keepdims=keepdims)
        total = array[0]
        for row in array[1:]:
            total = self.compute(total, row)
        return total

    def accumulate(self, array, axis=0, dtype=None, out=None):
        """All results on the way of `reduce`."""
        rows = asarray(array).swapaxes(0, axis)
        results = [rows[0]]
        for row in rows[1:]:
            results.append(self.compute(results[-1], row))
        return _op("stack", [asarray(row) for row in results], axis)

    def outer(self, A, B):
        """The function of each element of A with each of B."""
        A, B = asarray(A), asarray(B)
        return self.compute(A.reshape(A.shape + (1,) * B.ndim), B)

    def at(self, a, indices, b=None):
        """`a[indices] = f(a[indices], b)`, once for each index that comes twice."""
        places = asarray(indices).reshape(-1).tolist()
        values = asarray(b).reshape(-1).tolist() if b is not None else []
        for number, place in enumerate(places):
            a[place] = self.compute(a[place], values[number % len(values)]) if values else self.compute(a[place])


def _define(name, compute, nin, *aliases):
    made = ufunc(name, compute, nin)
    for one in (name, *aliases):
        globals()[one] = made
        __all__.append(one)


def _of_floats(op):
    return lambda x: _op(op, _floats(asarray(x)))


def _of_any(op):
    return lambda x: _op(op, asarray(x))


def _keeps_whole(op):
    """Whole numbers stay as they are."""
    return lambda x: _op(op, asarray(x)) if asarray(x).dtype.kind == "f" else asarray(x)[...]


def _both(op):
    def compute(a, b):
        if not isinstance(a, ndarray) and not isinstance(b, ndarray):
            a, b = asarray(a), asarray(b)
        return _numpy.binary(op, a, b)

    return compute


def _both_floats(op):
    return lambda a, b: _numpy.binary(op, _floats(asarray(a)), _floats(asarray(b)))


for _name, _op_name, *_aliases in (
    ("exp", "exp"), ("exp2", "exp2"), ("expm1", "expm1"), ("log", "log"), ("log2", "log2"), ("log10", "log10"),
    ("log1p", "log1p"), ("sqrt", "sqrt"), ("sin", "sin"), ("cos", "cos"), ("tan", "tan"), ("arcsin", "asin", "asin"),
    ("arccos", "acos", "acos"), ("arctan", "atan", "atan"), ("sinh", "sinh"), ("cosh", "cosh"), ("tanh", "tanh"),
    ("arcsinh", "asinh", "asinh"), ("arccosh", "acosh", "acosh"), ("arctanh", "atanh", "atanh"),
    ("deg2rad", "deg2rad", "radians"), ("rad2deg", "rad2deg", "degrees"), ("rint", "round"),
    ("isnan", "isnan"), ("isinf", "isinf"), ("isfinite", "isfinite"), ("signbit", "signbit"),
):
    _define(_name, _of_floats(_op_name), 1, *_aliases)
for _name, _op_name, *_aliases in (
    ("absolute", "abs", "abs"), ("negative", "neg"), ("sign", "sign"), ("square", "square"),
    ("logical_not", "logical_not"), ("invert", "bitwise_not", "bitwise_not"), ("reciprocal", "reciprocal"),
):
    _define(_name, _of_any(_op_name), 1, *_aliases)
for _name in ("floor", "ceil", "trunc"):
    _define(_name, _keeps_whole(_name), 1)
_define("positive", lambda x: asarray(x).copy(), 1)
_define("fabs", lambda x: _op("abs", _floats(asarray(x))), 1)
_define("cbrt", lambda x: _op("sign", _floats(asarray(x))) * _op("abs", _floats(asarray(x))) ** (1 / 3), 1)

for _name, _op_name, *_aliases in (
    ("add", "add"), ("subtract", "sub"), ("multiply", "mul"), ("divide", "div", "true_divide"),
    ("floor_divide", "floor_divide"), ("remainder", "remainder", "mod"), ("fmod", "fmod"), ("maximum", "maximum"),
    ("minimum", "minimum"), ("fmax", "fmax"), ("fmin", "fmin"), ("greater", "gt"), ("greater_equal", "ge"),
    ("less", "lt"), ("less_equal", "le"), ("equal", "eq"), ("not_equal", "ne"), ("logical_and", "logical_and"),
    ("logical_or", "logical_or"), ("logical_xor", "logical_xor"), ("bitwise_and", "bitwise_and"),
    ("bitwise_or", "bitwise_or"), ("bitwise_xor", "bitwise_xor"), ("left_shift", "bitwise_left_shift"),
    ("right_shift", "bitwise_right_shift"), ("gcd", "gcd"), ("lcm", "lcm"),
):
    _define(_name, _both(_op_name), 2, *_aliases)
for _name, _op_name, *_aliases in (
    ("arctan2", "atan2", "atan2"), ("hypot", "hypot"), ("copysign", "copysign"), ("logaddexp", "logaddexp"),
    ("heaviside", "heaviside"), ("float_power", "pow"),
):
    _define(_name, _both_floats(_op_name), 2, *_aliases)
_define("power", _both("pow"), 2, "pow")
