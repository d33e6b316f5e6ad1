"""Names for annotations. Nothing is checked when a program runs."""

from abc import ABCMeta

TYPE_CHECKING = False


def _type_repr(obj):
    if obj is ...:
        return "..."
    if isinstance(obj, type) and not hasattr(obj, "__args__"):
        return obj.__qualname__ if obj.__module__ == "builtins" else f"{obj.__module__}.{obj.__qualname__}"
    if isinstance(obj, (list, tuple)):
        return "[" + ", ".join(map(_type_repr, obj)) + "]"
    return repr(obj)


def _converted(arg):
    return type(None) if arg is None else ForwardRef(arg) if isinstance(arg, str) else arg


class ForwardRef:
    def __init__(self, arg):
        self.__forward_arg__ = arg

    def __eq__(self, other):
        return isinstance(other, ForwardRef) and self.__forward_arg__ == other.__forward_arg__

    def __hash__(self):
        return hash(self.__forward_arg__)

    def __repr__(self):
        return f"ForwardRef({self.__forward_arg__!r})"


class _Alias:
    """A name with arguments: `List[int]`."""

    def __init__(self, name, args, origin):
        self._name = name
        self.__args__ = tuple(args)
        self.__origin__ = origin

    def __call__(self, *args, **kwargs):
        if isinstance(self.__origin__, type):
            return self.__origin__(*args, **kwargs)
        raise TypeError(f"Type {self._name} cannot be instantiated; use {self._name.lower()}() instead")

    def __getitem__(self, args):
        args = args if isinstance(args, tuple) else (args,)
        return _Alias(self._name, args, self.__origin__)

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __getattr__(self, name):
        if name.startswith("__") and name.endswith("__") or not isinstance(self.__origin__, type):
            raise AttributeError(name)
        return getattr(self.__origin__, name)

    def __instancecheck__(self, instance):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __eq__(self, other):
        return isinstance(other, _Alias) and self._name == other._name and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self._name, self.__args__))

    def __repr__(self):
        if self._name == "typing.Optional":
            return f"typing.Optional[{_type_repr(self.__args__[0])}]"
        if self._name == "typing.Callable" and len(self.__args__) >= 1:
            *params, result = self.__args__
            shown = "..." if params == [...] else "[" + ", ".join(map(_type_repr, params)) + "]"
            return f"typing.Callable[{shown}, {_type_repr(result)}]"
        inner = ", ".join(map(repr if self._name == "typing.Literal" else _type_repr, self.__args__)) or "()"
        return f"{self._name}[{inner}]"


class _Special:
    """A name that takes arguments in brackets: `List`, `Optional`, `Callable`."""

    def __init__(self, name, origin=None):
        self._name = name
        self.__origin__ = origin

    def __getitem__(self, args):
        args = args if isinstance(args, tuple) else (args,)
        if self._name != "Literal":
            args = tuple(_converted(arg) for arg in args)
        return _Alias(f"typing.{self._name}", args, self.__origin__ or self)

    def __call__(self, *args, **kwargs):
        if isinstance(self.__origin__, type):
            raise TypeError(f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead")
        raise TypeError(f"Cannot instantiate typing.{self._name}")

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __instancecheck__(self, instance):
        return isinstance(instance, self.__origin__)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        return f"typing.{self._name}"


class _Callable(_Special):
    def __getitem__(self, args):
        params, result = args
        params = list(params) if isinstance(params, (list, tuple)) else [params]
        return _Alias("typing.Callable", [*map(_converted, params), _converted(result)], self)


class _Union(_Special):
    def __getitem__(self, args):
        args = args if isinstance(args, tuple) else (args,)
        flat = []
        for arg in map(_converted, args):
            parts = arg.__args__ if isinstance(arg, _Alias) and arg._name in ("typing.Union", "typing.Optional") else (arg,)
            if isinstance(arg, _Alias) and arg._name == "typing.Optional":
                parts = (*parts, type(None))
            flat.extend(part for part in parts if part not in flat)
        if len(flat) == 1:
            return flat[0]
        if len(flat) == 2 and type(None) in flat:
            return _Alias("typing.Optional", [part for part in flat if part is not type(None)], self)
        return _Alias("typing.Union", flat, self)


class _Optional(_Special):
    def __getitem__(self, arg):
        return Union[arg, None]


Union = _Union("Union")
Optional = _Optional("Optional")
Callable = _Callable("Callable")
List = _Special("List", list)
Dict = _Special("Dict", dict)
Set = _Special("Set", set)
FrozenSet = _Special("FrozenSet", frozenset)
Tuple = _Special("Tuple", tuple)
Type = _Special("Type", type)
Any = _Special("Any")
ClassVar = _Special("ClassVar")
Final = _Special("Final")
Literal = _Special("Literal")
Annotated = _Special("Annotated")
NoReturn = _Special("NoReturn")
Never = _Special("Never")
Self = _Special("Self")
LiteralString = _Special("LiteralString")
Concatenate = _Special("Concatenate")
TypeAlias = _Special("TypeAlias")
TypeGuard = _Special("TypeGuard")
Required = _Special("Required")
NotRequired = _Special("NotRequired")
Unpack = _Special("Unpack")
Iterable = _Special("Iterable")
Iterator = _Special("Iterator")
Generator = _Special("Generator")
Sequence = _Special("Sequence")
MutableSequence = _Special("MutableSequence")
Mapping = _Special("Mapping")
MutableMapping = _Special("MutableMapping")
Collection = _Special("Collection")
Container = _Special("Container")
Hashable = _Special("Hashable")
Sized = _Special("Sized")
Reversible = _Special("Reversible")
AbstractSet = _Special("AbstractSet")
DefaultDict = _Special("DefaultDict")
OrderedDict = _Special("OrderedDict")
Counter = _Special("Counter")
Deque = _Special("Deque")
ContextManager = _Special("ContextManager")
Awaitable = _Special("Awaitable")
Coroutine = _Special("Coroutine")
AsyncIterator = _Special("AsyncIterator")
Pattern = _Special("Pattern")
Match = _Special("Match")
ByteString = _Special("ByteString")
SupportsFloat = _Special("SupportsFloat")
SupportsInt = _Special("SupportsInt")
SupportsIndex = _Special("SupportsIndex")
IO = _Special("IO")
TextIO = _Special("TextIO")
BinaryIO = _Special("BinaryIO")
Text = str


def _bind_collections():
    """`isinstance(x, typing.Sequence)` asks the classes of collections.abc."""
    from collections import abc

    for name in ("Iterable", "Iterator", "Generator", "Sequence", "MutableSequence", "Mapping", "MutableMapping", "Collection",
                 "Container", "Hashable", "Sized", "Reversible"):
        globals()[name].__origin__ = getattr(abc, name)
    AbstractSet.__origin__ = abc.Set


_bind_collections()


class TypeVar:
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        self.__name__ = name
        self.__constraints__ = constraints
        self.__bound__ = bound
        self._sign = "+" if covariant else "-" if contravariant else "~"

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        return self._sign + self.__name__


class ParamSpec(TypeVar):
    @property
    def args(self):
        return f"{self.__name__}.args"

    @property
    def kwargs(self):
        return f"{self.__name__}.kwargs"


class TypeVarTuple(TypeVar):
    def __iter__(self):
        yield self


class Generic:
    """`class Stack(Generic[T])`."""

    def __class_getitem__(cls, args):
        args = args if isinstance(args, tuple) else (args,)
        name = "typing.Generic" if cls is Generic else f"{cls.__module__}.{cls.__qualname__}"
        return _Alias(name, args, cls)


class _ProtocolMeta(ABCMeta):
    """Asks an object for the members that the protocol names."""

    def __instancecheck__(cls, instance):
        if not cls.__dict__.get("_is_protocol"):
            return type.__instancecheck__(cls, instance)
        if not cls.__dict__.get("_is_runtime"):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        return type.__instancecheck__(cls, instance) or all(hasattr(instance, name) for name in _protocol_members(cls))

    def __subclasscheck__(cls, other):
        if not cls.__dict__.get("_is_protocol") or type.__subclasscheck__(cls, other):
            return type.__subclasscheck__(cls, other)
        if not cls.__dict__.get("_is_runtime"):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        return all(any(name in base.__dict__ for base in other.__mro__) for name in _protocol_members(cls))


def _protocol_members(cls):
    hidden = ("_is_protocol", "_is_runtime", "__annotations__", "__abstractmethods__", "__init__", "__doc__", "__module__", "__dict__",
              "__weakref__", "__qualname__", "__slots__", "__hash__", "__class_getitem__", "__init_subclass__", "__parameters__", "__orig_bases__")
    bases = [base for base in cls.__mro__ if base.__dict__.get("_is_protocol") and base is not Protocol]
    return {name for base in bases for name in [*base.__dict__, *base.__dict__.get("__annotations__", ())] if name not in hidden}


class Protocol(metaclass=_ProtocolMeta):
    """A class that says which methods an object should have."""

    _is_protocol = True

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        cls._is_protocol = Protocol in cls.__bases__
        if cls._is_protocol and "__init__" not in cls.__dict__:
            def __init__(self, *args, **kwargs):
                if type(self).__dict__.get("_is_protocol"):
                    raise TypeError("Protocols cannot be instantiated")
                super(cls, self).__init__(*args, **kwargs)

            cls.__init__ = __init__

    def __class_getitem__(cls, args):
        args = args if isinstance(args, tuple) else (args,)
        return _Alias("typing.Protocol", args, cls)


def runtime_checkable(cls):
    """Lets `isinstance` ask whether an object has what the protocol names."""
    if not cls.__dict__.get("_is_protocol"):
        raise TypeError(f"@runtime_checkable can be only applied to protocol classes, got {cls!r}")
    cls._is_runtime = True
    return cls


class NamedTupleMeta(type):
    """Turns a class statement with annotated names into a namedtuple."""

    def __new__(metacls, name, bases, namespace, **kwargs):
        if not bases:
            return type.__new__(metacls, name, bases, namespace)
        from collections import namedtuple

        annotations = namespace.get("__annotations__", {})
        defaults = [namespace[field] for field in annotations if field in namespace]
        made = namedtuple(name, annotations, defaults=defaults, module=namespace.get("__module__"))
        for key, value in namespace.items():
            if key not in annotations and key not in ("__qualname__", "__module__", "__slots__"):
                setattr(made, key, value)
        return made

    def __call__(cls, typename, fields=(), /, **kwargs):
        from collections import namedtuple

        return namedtuple(typename, [name for name, _ in (fields or kwargs.items())])


class NamedTuple(metaclass=NamedTupleMeta):
    """`class Point(NamedTuple)` with annotated names, or `NamedTuple("Point", [("x", int)])`."""


class TypedDict(dict):
    """`class Movie(TypedDict)`: plain dicts with known keys."""

    def __init_subclass__(cls, total=True, **kwargs):
        cls.__total__ = total


class NewType:
    def __init__(self, name, tp):
        self.__name__ = name
        self.__supertype__ = tp

    def __call__(self, x):
        return x

    def __repr__(self):
        return f"__main__.{self.__name__}"


def cast(typ, val):
    return val


def overload(func):
    return func


def final(f):
    return f


def override(f):
    return f


def no_type_check(arg):
    return arg


def assert_type(val, typ):
    return val


def assert_never(arg):
    raise AssertionError(f"Expected code to be unreachable, but got: {arg!r}")


def reveal_type(obj):
    return obj


def get_origin(tp):
    return getattr(tp, "__origin__", None)


def get_args(tp):
    return getattr(tp, "__args__", ())


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """The annotations with names in quotes looked up."""
    hints = {}
    for source in reversed(obj.__mro__) if isinstance(obj, type) else [obj]:
        names = globalns or getattr(source, "__globals__", {})
        for name, value in getattr(source, "__annotations__", {}).items():
            if value is None:
                value = type(None)
            elif isinstance(value, str):
                value = _looked_up(value, names)
            hints[name] = value
    return hints


def _looked_up(text, names):
    import builtins

    return names.get(text, getattr(builtins, text, ForwardRef(text)))
