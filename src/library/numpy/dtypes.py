"""Types of elements: `np.float32` is a type of numbers and names the dtype."""

__all__ = ["dtype", "float32", "float64", "int32", "int64", "uint8", "bool_", "float_", "int_", "intp", "single",
           "double", "floating", "integer", "number", "generic"]


class generic:
    """Base of all types of elements."""


class number(generic):
    pass


class integer(number):
    pass


class floating(number):
    pass


class float64(float, floating):
    def __repr__(self):
        return f"np.float64({float(self)!r})"

    def __str__(self):
        return repr(float(self))


class float32(float, floating):
    pass


class int64(int, integer):
    def __repr__(self):
        return f"np.int64({int(self)})"

    def __str__(self):
        return str(int(self))


class int32(int, integer):
    pass


class uint8(int, integer):
    pass


class bool_(generic):
    def __new__(cls, value=False):
        return bool(value)


float_ = double = float64
single = float32
int_ = intp = int64

_TYPES = {"float64": float64, "float32": float32, "int64": int64, "int32": int32, "uint8": uint8, "bool": bool_}
_SHORT = {"f8": "float64", "f4": "float32", "i8": "int64", "i4": "int32", "u1": "uint8", "float": "float64",
          "int": "int64", "d": "float64", "f": "float32"}


class dtype:
    """The type of an array's elements."""

    def __new__(cls, kind):
        name = name_of(kind)
        if name not in _made:
            made = super().__new__(cls)
            made.name = name
            made.type = _TYPES[name]
            made.kind = {"float64": "f", "float32": "f", "uint8": "u", "bool": "b"}.get(name, "i")
            made.itemsize = {"float64": 8, "int64": 8, "uint8": 1, "bool": 1}.get(name, 4)
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


_made = {}


def name_of(kind):
    """'float64' for np.float64, float, 'f8' and the dtype itself; None stays None."""
    if kind is None:
        return None
    if isinstance(kind, dtype):
        return kind.name
    if isinstance(kind, str):
        kind = kind.lstrip("<=|")
        kind = _SHORT.get(kind, kind)
        if kind in _TYPES:
            return kind
    for builtin, name in ((bool, "bool"), (int, "int64"), (float, "float64")):
        if kind is builtin:
            return name
    for name, type in _TYPES.items():
        if kind is type:
            return name
    raise TypeError(f"data type {kind!r} not understood")
