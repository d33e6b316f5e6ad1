"""namedtuple: tuples whose places have names."""

_KEYWORDS = frozenset(
    "False None True and as assert async await break class continue def del elif else except finally for from global if "
    "import in is lambda nonlocal not or pass raise return try while with yield".split()
)


def _check_names(typename, field_names, rename):
    if rename:
        seen = set()
        for i, name in enumerate(field_names):
            if not name.isidentifier() or name in _KEYWORDS or name.startswith("_") or name in seen:
                field_names[i] = f"_{i}"
            seen.add(name)
    for name in [typename, *field_names]:
        if not name.isidentifier():
            raise ValueError(f"Type names and field names must be valid identifiers: {name!r}")
        if name in _KEYWORDS:
            raise ValueError(f"Type names and field names cannot be a keyword: {name!r}")
    seen = set()
    for name in field_names:
        if name.startswith("_") and not rename:
            raise ValueError(f"Field names cannot start with an underscore: {name!r}")
        if name in seen:
            raise ValueError(f"Encountered duplicate field name: {name!r}")
        seen.add(name)


def _bind(typename, fields, defaults, args, kwargs):
    """The values of one tuple, in the order of the fields."""
    if len(args) > len(fields):
        takes = f"from {len(fields) + 1 - len(defaults)} to {len(fields) + 1}" if defaults else f"{len(fields) + 1}"
        raise TypeError(f"{typename}.__new__() takes {takes} positional arguments but {len(args) + 1} were given")
    values = dict(zip(fields, args))
    for name, value in kwargs.items():
        if name in values:
            raise TypeError(f"{typename}.__new__() got multiple values for argument {name!r}")
        if name not in fields:
            raise TypeError(f"{typename}.__new__() got an unexpected keyword argument {name!r}")
        values[name] = value
    missing = [repr(name) for name in fields if name not in values and name not in defaults]
    if missing:
        names = missing[0] if len(missing) == 1 else " and ".join(missing) if len(missing) == 2 else ", ".join(missing[:-1]) + f", and {missing[-1]}"
        raise TypeError(f"{typename}.__new__() missing {len(missing)} required positional argument{'s'[:len(missing) > 1]}: {names}")
    return [values[name] if name in values else defaults[name] for name in fields]


class _Field:
    """The property that reads one place of the tuple."""

    def __init__(self, index, name):
        self.index = index
        self.name = name
        self.__doc__ = f"Alias for field number {index}"

    def __get__(self, instance, owner=None):
        return self if instance is None else instance[self.index]

    def __set__(self, instance, value):
        raise AttributeError("can't set attribute")


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    """A new subclass of tuple with named fields: `Point = namedtuple("Point", ["x", "y"])`."""
    if isinstance(field_names, str):
        field_names = field_names.replace(",", " ").split()
    names = [str(name) for name in field_names]
    _check_names(typename, names, rename)
    fields = tuple(names)
    defaults = tuple(defaults or ())
    if len(defaults) > len(fields):
        raise TypeError("Got more default values than field names")
    with_defaults = dict(zip(fields[len(fields) - len(defaults):], defaults))

    def __new__(cls, *args, **kwargs):
        return tuple.__new__(cls, _bind(typename, fields, with_defaults, args, kwargs))

    def _make(cls, iterable):
        values = tuple(iterable)
        if len(values) != len(fields):
            raise TypeError(f"Expected {len(fields)} arguments, got {len(values)}")
        return tuple.__new__(cls, values)

    def _replace(self, /, **kwargs):
        result = self._make(kwargs.pop(name, value) for name, value in zip(fields, self))
        if kwargs:
            raise ValueError(f"Got unexpected field names: {list(kwargs)!r}")
        return result

    def _asdict(self):
        return dict(zip(fields, self))

    def __repr__(self):
        inner = ", ".join(f"{name}={value!r}" for name, value in zip(fields, self))
        return f"{type(self).__name__}({inner})"

    def __getnewargs__(self):
        return tuple(self)

    namespace = {
        "__doc__": f"{typename}({', '.join(fields)})",
        "__slots__": (),
        "__match_args__": fields,
        "_fields": fields,
        "_field_defaults": with_defaults,
        "__new__": __new__,
        "_make": classmethod(_make),
        "_replace": _replace,
        "_asdict": _asdict,
        "__repr__": __repr__,
        "__getnewargs__": __getnewargs__,
    }
    for index, name in enumerate(fields):
        namespace[name] = _Field(index, name)
    if module is not None:
        namespace["__module__"] = module
    return type(typename, (tuple,), namespace)
