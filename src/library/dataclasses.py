"""Classes from annotated fields."""

import copy as _copy


class _Missing:
    def __repr__(self):
        return "<dataclasses._MISSING_TYPE object>"


MISSING = _Missing()


class KW_ONLY:
    """`_: KW_ONLY` makes the fields after it keyword-only."""


class FrozenInstanceError(AttributeError):
    """A field of a frozen dataclass was set."""


class InitVar:
    """A field that is only an argument of `__init__`, handed on to `__post_init__`."""

    def __init__(self, type):
        self.type = type

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    """One field: its name, type, default and in what it takes part."""

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = metadata or {}
        self.kw_only = kw_only
        self._kind = "field"

    def __repr__(self):
        names = ("name", "type", "default", "default_factory", "init", "repr", "hash", "compare", "metadata", "kw_only")
        return f"Field({','.join(f'{name}={getattr(self, name)!r}' for name in names)})"

    def _has_default(self):
        return self.default is not MISSING or self.default_factory is not MISSING


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None, kw_only=MISSING):
    """Says more about a field than its default."""
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False):
    """Adds `__init__`, `__repr__`, `__eq__` and others to a class with annotated fields."""
    options = {"init": init, "repr": repr, "eq": eq, "order": order, "unsafe_hash": unsafe_hash, "frozen": frozen,
               "match_args": match_args, "kw_only": kw_only, "slots": slots}
    if cls is None:
        return lambda cls: _process(cls, options)
    return _process(cls, options)


def _kind_of(annotation):
    """Whether an annotation (which may be text) makes a field, a class variable or an init variable."""
    text = annotation if isinstance(annotation, str) else ""
    if text.startswith(("ClassVar", "typing.ClassVar")) or getattr(annotation, "__origin__", annotation) is _class_var():
        return "class"
    if isinstance(annotation, InitVar) or annotation is InitVar or text.startswith(("InitVar", "dataclasses.InitVar")):
        return "init"
    return "field"


def _class_var():
    from typing import ClassVar

    return ClassVar


def _own_fields(cls, kw_only):
    fields = []
    for name, annotation in cls.__dict__.get("__annotations__", {}).items():
        if annotation is KW_ONLY or annotation in ("KW_ONLY", "dataclasses.KW_ONLY"):
            kw_only = True
            continue
        kind = _kind_of(annotation)
        if kind == "class":
            continue
        default = cls.__dict__.get(name, MISSING)
        made = default if isinstance(default, Field) else field(default=default)
        made.name, made.type, made._kind = name, annotation, kind
        if made.kw_only is MISSING:
            made.kw_only = kw_only
        if isinstance(made.default, (list, dict, set)):
            raise ValueError(f"mutable default {type(made.default)} for field {name} is not allowed: use default_factory")
        if isinstance(default, Field):
            if made.default is MISSING:
                delattr(cls, name)
            else:
                setattr(cls, name, made.default)
        fields.append(made)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in cls.__dict__.get("__annotations__", {}):
            raise TypeError(f"{name!r} is a field but has no type annotation")
    return fields


def _process(cls, options):
    fields = {}
    frozen_bases = []
    for base in cls.__mro__[:0:-1]:
        inherited = base.__dict__.get("__dataclass_fields__")
        if inherited is not None:
            fields.update(inherited)
            frozen_bases.append(base.__dataclass_params__["frozen"])
    if frozen_bases:
        if any(frozen_bases) and not options["frozen"]:
            raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
        if not all(frozen_bases) and options["frozen"]:
            raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    for made in _own_fields(cls, options["kw_only"]):
        fields[made.name] = made
    cls.__dataclass_fields__ = fields
    cls.__dataclass_params__ = options
    positional = [f for f in fields.values() if f.init and not f.kw_only]
    keyword = [f for f in fields.values() if f.init and f.kw_only]
    seen_default = False
    for f in positional:
        if f._has_default():
            seen_default = True
        elif seen_default:
            raise TypeError(f"non-default argument {f.name!r} follows default argument")
    shown = [f for f in fields.values() if f._kind == "field"]
    if options["init"]:
        _define(cls, "__init__", _make_init(cls, fields, positional, keyword, options["frozen"]))
    if options["repr"] and "__repr__" not in cls.__dict__:
        _define(cls, "__repr__", _make_repr([f.name for f in shown if f.repr]))
    compared = [f.name for f in shown if f.compare]
    own_eq, own_hash = "__eq__" in cls.__dict__, "__hash__" in cls.__dict__ and cls.__dict__["__hash__"] is not None
    if options["eq"] and not own_eq:
        _define(cls, "__eq__", _make_eq(compared))
    if options["order"]:
        if not options["eq"]:
            raise ValueError("eq must be true if order is true")
        for name, compare in _ORDER.items():
            if name in cls.__dict__:
                raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__}. Consider using functools.total_ordering")
            _define(cls, name, _make_order(compared, compare))
    if options["frozen"]:
        _define(cls, "__setattr__", _make_frozen(cls, fields, "assign to"))
        _define(cls, "__delattr__", _make_frozen(cls, fields, "delete"))
    if options["unsafe_hash"] or options["eq"] and options["frozen"] and not own_hash:
        _define(cls, "__hash__", _make_hash([f.name for f in shown if (f.compare if f.hash is None else f.hash)]))
    elif options["eq"] and not own_hash:
        cls.__hash__ = None
    if options["match_args"] and "__match_args__" not in cls.__dict__:
        cls.__match_args__ = tuple(f.name for f in positional)
    if cls.__dict__.get("__doc__") is None:
        cls.__doc__ = cls.__name__ + "(" + ", ".join(_shown_parameter(f) for f in positional + keyword) + ")"
    return _with_slots(cls, [f.name for f in shown]) if options["slots"] else cls


def _shown_parameter(f):
    kind = f.type if isinstance(f.type, str) else getattr(f.type, "__name__", repr(f.type))
    default = f" = {f.default!r}" if f.default is not MISSING else " = <factory>" if f.default_factory is not MISSING else ""
    return f"{f.name}: {kind}{default}"


def _define(cls, name, function):
    function.__name__ = name
    function.__qualname__ = f"{cls.__qualname__}.{name}"
    setattr(cls, name, function)


def _quoted(names):
    names = [repr(name) for name in names]
    if len(names) < 3:
        return " and ".join(names)
    return ", ".join(names[:-1]) + ", and " + names[-1]


def _bind(title, positional, keyword, args, kwargs):
    """The given arguments by name, or Python's own complaint about them."""
    if len(args) > len(positional):
        least = sum(not f._has_default() for f in positional) + 1
        most = len(positional) + 1
        takes = f"{most} positional argument{'s'[:most != 1]}" if least == most else f"from {least} to {most} positional arguments"
        raise TypeError(f"{title} takes {takes} but {len(args) + 1} were given")
    values = {f.name: value for f, value in zip(positional, args)}
    known = {f.name for f in positional + keyword}
    for name in kwargs:
        if name not in known:
            raise TypeError(f"{title} got an unexpected keyword argument {name!r}")
        if name in values:
            raise TypeError(f"{title} got multiple values for argument {name!r}")
        values[name] = kwargs[name]
    for kind, group in (("positional", positional), ("keyword-only", keyword)):
        missing = [f.name for f in group if f.name not in values and not f._has_default()]
        if missing:
            raise TypeError(f"{title} missing {len(missing)} required {kind} argument{'s'[:len(missing) != 1]}: {_quoted(missing)}")
    return values


def _make_init(cls, fields, positional, keyword, frozen):
    order = list(fields.values())
    has_post_init = hasattr(cls, "__post_init__")
    init_names = [f.name for f in order if f._kind == "init"]

    def __init__(self, /, *args, **kwargs):
        values = _bind(f"{cls.__qualname__}.__init__()", positional, keyword, args, kwargs)
        for f in order:
            name = f.name
            if name in values:
                value = values[name]
            elif f.default_factory is not MISSING:
                value = f.default_factory()
            elif f.init and f.default is not MISSING:
                value = f.default
            else:
                continue
            if f._kind == "init":
                values[name] = value
            elif frozen:
                object.__setattr__(self, name, value)
            else:
                setattr(self, name, value)
        if has_post_init:
            self.__post_init__(*[values[name] for name in init_names])

    __init__.__annotations__ = {**{f.name: f.type for f in positional + keyword}, "return": None}
    return __init__


_showing = []


def _make_repr(names):
    def __repr__(self):
        if any(one is self for one in _showing):
            return "..."
        _showing.append(self)
        try:
            inner = ", ".join([f"{name}={getattr(self, name)!r}" for name in names])
            return f"{type(self).__qualname__}({inner})"
        finally:
            _showing.pop()

    return __repr__


def _make_eq(names):
    def __eq__(self, other):
        if other.__class__ is not self.__class__:
            return NotImplemented
        return tuple([getattr(self, name) for name in names]) == tuple([getattr(other, name) for name in names])

    return __eq__


_ORDER = {
    "__lt__": lambda a, b: a < b,
    "__le__": lambda a, b: a <= b,
    "__gt__": lambda a, b: a > b,
    "__ge__": lambda a, b: a >= b,
}


def _make_order(names, compare):
    def method(self, other):
        if other.__class__ is not self.__class__:
            return NotImplemented
        return compare(tuple([getattr(self, name) for name in names]), tuple([getattr(other, name) for name in names]))

    return method


def _make_hash(names):
    def __hash__(self):
        return hash(tuple([getattr(self, name) for name in names]))

    return __hash__


def _make_frozen(cls, fields, action):
    if action == "delete":

        def __delattr__(self, name):
            if type(self) is cls or name in fields:
                raise FrozenInstanceError(f"cannot delete field {name!r}")
            object.__delattr__(self, name)

        return __delattr__

    def __setattr__(self, name, value):
        if type(self) is cls or name in fields:
            raise FrozenInstanceError(f"cannot assign to field {name!r}")
        object.__setattr__(self, name, value)

    return __setattr__


def _with_slots(cls, names):
    namespace = {k: v for k, v in cls.__dict__.items() if k not in names and k not in ("__dict__", "__weakref__")}
    inherited = {name for base in cls.__mro__[1:] for name in base.__dict__.get("__slots__", ())}
    namespace["__slots__"] = tuple(name for name in names if name not in inherited)
    made = type(cls)(cls.__name__, cls.__bases__, namespace)
    made.__qualname__ = cls.__qualname__
    return made


def fields(class_or_instance):
    """The fields of a dataclass or of an instance of one."""
    try:
        found = class_or_instance.__dataclass_fields__
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple(f for f in found.values() if f._kind == "field")


def is_dataclass(obj):
    return hasattr(obj if isinstance(obj, type) else type(obj), "__dataclass_fields__")


def _is_instance(obj):
    return hasattr(type(obj), "__dataclass_fields__")


def asdict(obj, *, dict_factory=dict):
    """The fields as a dict, dataclasses inside too."""
    if not _is_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _plain(obj, lambda pairs: dict_factory(pairs))


def astuple(obj, *, tuple_factory=tuple):
    """The values of the fields, dataclasses inside too."""
    if not _is_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _plain(obj, lambda pairs: tuple_factory([value for _, value in pairs]))


def _plain(obj, make):
    if _is_instance(obj):
        return make([(f.name, _plain(getattr(obj, f.name), make)) for f in fields(obj)])
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return type(obj)(*[_plain(item, make) for item in obj])
    if isinstance(obj, (list, tuple)):
        return type(obj)(_plain(item, make) for item in obj)
    if isinstance(obj, dict):
        return type(obj)((_plain(key, make), _plain(value, make)) for key, value in obj.items())
    return _copy.deepcopy(obj)


def replace(obj, /, **changes):
    """A new object with some fields changed."""
    if not _is_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    for f in obj.__dataclass_fields__.values():
        if not f.init:
            if f.name in changes:
                raise ValueError(f"field {f.name} is declared with init=False, it cannot be specified with replace()")
        elif f.name not in changes:
            if f._kind == "init" and f.default is MISSING:
                raise ValueError(f"InitVar {f.name!r} must be specified with replace()")
            changes[f.name] = getattr(obj, f.name)
    return type(obj)(**changes)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, **options):
    """A dataclass from a list of names, (name, type) or (name, type, field)."""
    annotations, contents = {}, dict(namespace or {})
    for item in fields:
        name, kind, *default = (item, "typing.Any") if isinstance(item, str) else item
        annotations[name] = kind
        if default:
            contents[name] = default[0]
    contents["__annotations__"] = annotations
    return dataclass(type(cls_name, bases, contents), **options)
