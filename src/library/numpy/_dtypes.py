"""Types of elements: `np.float32` is a type of numbers and names the dtype."""

from _numpy import (
    bool, element, float32, float64, floating, generic, give, inexact, int32, int64, integer, number, promoted,
    signedinteger, uint8, unsignedinteger,
)

import builtins

__all__ = ["dtype", "float32", "float64", "int32", "int64", "uint8", "bool", "bool_", "int_", "intp", "intc", "single",
           "double", "ubyte", "long", "longlong", "floating", "integer", "number", "generic", "inexact", "signedinteger",
           "unsignedinteger", "finfo", "iinfo", "promote_types", "result_type", "can_cast", "issubdtype", "isscalar",
           "True_", "False_"]

bool_ = bool
double = float64
single = float32
int_ = intp = long = longlong = int64
intc = int32
ubyte = uint8
True_ = bool(True)
False_ = bool(False)

_TYPES = {"bool": bool, "uint8": uint8, "int32": int32, "int64": int64, "float32": float32, "float64": float64}
_SHORT = {"f8": "float64", "f4": "float32", "i8": "int64", "i4": "int32", "u1": "uint8", "b1": "bool", "?": "bool",
          "float": "float64", "int": "int64", "d": "float64", "f": "float32", "i": "int32", "l": "int64", "B": "uint8",
          "double": "float64", "single": "float32", "bool_": "bool", "int_": "int64", "q": "int64"}
_CODES = {"bool": "b1", "uint8": "u1", "int32": "i4", "int64": "i8", "float32": "f4", "float64": "f8"}
_CHARS = {"bool": "?", "uint8": "B", "int32": "i", "int64": "l", "float32": "f", "float64": "d"}
_MISSING = ("float16", "complex64", "complex128", "int8", "int16", "uint16", "uint32", "uint64", "float128")
_made = {}


class dtype:
    """The type of an array's elements."""

    __module__ = "numpy"

    def __new__(cls, kind):
        name = name_of(kind)
        if name not in _made:
            made = super().__new__(cls)
            made.name = name
            made.type = _TYPES[name]
            made.kind = _CODES[name][0]
            made.char = _CHARS[name]
            made.itemsize = int(_CODES[name][1])
            made.str = ("|" if made.itemsize == 1 else "<") + _CODES[name]
            _made[name] = made
        return _made[name]

    def __repr__(self):
        return f"dtype('{self.name}')"

    def __str__(self):
        return self.name

    def __eq__(self, other):
        try:
            return self.name == name_of(other)
        except TypeError:
            return False

    def __hash__(self):
        return hash(self.name)


def name_of(kind):
    """'float64' for np.float64, float, 'f8' and the dtype itself; None stays None."""
    if kind is None:
        return None
    if isinstance(kind, dtype):
        return kind.name
    if isinstance(kind, str):
        short = kind.lstrip("<=|")
        short = _SHORT.get(short, short)
        if short in _TYPES:
            return short
        if short in _MISSING:
            raise TypeError(f"numpy.{short} is not available in Kindling")
        raise TypeError(f"data type {kind!r} not understood")
    for builtin, name in ((builtins.bool, "bool"), (int, "int64"), (float, "float64")):
        if kind is builtin:
            return name
    for name, type in _TYPES.items():
        if kind is type:
            return name
    if kind in (floating, inexact):
        return "float64"
    if kind is object:
        raise TypeError("arrays of dtype object are not available in Kindling")
    raise TypeError(f"Cannot interpret '{kind!r}' as a data type")


class finfo:
    """Limits of a float type."""

    def __init__(self, kind):
        name = name_of(kind if isinstance(kind, type) else getattr(kind, "dtype", kind))
        if name not in ("float32", "float64"):
            raise ValueError(f"data type {kind!r} not inexact")
        self.dtype = dtype(name)
        make = _TYPES[name]
        wide = name == "float64"
        self.bits = 64 if wide else 32
        self.eps = make(2.0 ** (-52 if wide else -23))
        self.epsneg = make(2.0 ** (-53 if wide else -24))
        self.max = make(1.7976931348623157e308 if wide else 3.4028234663852886e38)
        self.min = make(-self.max)
        self.tiny = self.smallest_normal = make(2.0 ** (-1022 if wide else -126))
        self.smallest_subnormal = make(5e-324 if wide else 1.401298464324817e-45)
        self.resolution = make(1e-15 if wide else 1e-6)
        self.precision = 15 if wide else 6

    def __repr__(self):
        return (f"finfo(resolution={self.resolution}, min={self.min}, max={self.max}, dtype={self.dtype})")


class iinfo:
    """Limits of an integer type."""

    def __init__(self, kind):
        name = name_of(kind if isinstance(kind, type) else getattr(kind, "dtype", kind))
        limits = {"int64": (-(2**63), 2**63 - 1, 64), "int32": (-(2**31), 2**31 - 1, 32), "uint8": (0, 255, 8)}
        if name not in limits:
            raise ValueError(f"Invalid integer data type {dtype(name).kind!r}.")
        self.dtype = dtype(name)
        self.min, self.max, self.bits = limits[name]

    def __repr__(self):
        return f"iinfo(min={self.min}, max={self.max}, dtype={self.dtype})"


def promote_types(type1, type2):
    """The smallest dtype that both can be cast to."""
    return dtype(promoted(name_of(type1), name_of(type2)))


def result_type(*arrays_and_dtypes):
    names = []
    for one in arrays_and_dtypes:
        one = one if isinstance(one, type) else getattr(one, "dtype", one)
        names.append(name_of(type(one) if isinstance(one, (int, float)) else one))
    name = names[0]
    for other in names[1:]:
        name = promoted(name, other)
    return dtype(name)


def can_cast(from_, to, casting="safe"):
    return promote_types(from_, to) == dtype(to)


def issubdtype(arg1, arg2):
    """Whether a type of elements is of this kind: `np.issubdtype(a.dtype, np.floating)`."""
    first = arg1 if arg1 in (generic, number, integer, floating, inexact) else dtype(arg1).type
    try:
        second = arg2 if isinstance(arg2, type) and issubclass(arg2, generic) else dtype(arg2).type
    except TypeError:
        return False
    return issubclass(first, second)


def isscalar(element):
    return isinstance(element, (int, float, str, bytes, generic))
