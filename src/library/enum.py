"""Enumerations."""


class auto:
    """A value that the enumeration chooses: 1, 2, 3 ..., or powers of two for flags."""

    value = None


def _is_descriptor(value):
    return hasattr(type(value), "__get__") or hasattr(type(value), "__set__")


def _is_member(name, value):
    reserved = name.startswith("__") and name.endswith("__") or name.startswith("_") and name.endswith("_")
    return not reserved and not _is_descriptor(value) and not (isinstance(value, type) and name in ("Meta",))


class EnumMeta(type):
    """The class of enumerations: it makes the members and lets the class be iterated and indexed."""

    def __new__(metacls, name, bases, namespace, **kwargs):
        cls = type.__new__(metacls, name, bases, namespace, **kwargs)
        cls._member_map_ = {}
        cls._value2member_map_ = {}
        if not any(isinstance(base, EnumMeta) for base in bases):
            return cls
        data_type = None
        for base in cls.__mro__:
            if base in (int, str, float, tuple, bytes):
                data_type = base
                break
        # What a data type says of itself (`int.__repr__`) gives way to what the enumeration says.
        first_enum = bases[-1]
        for method in ("__repr__", "__str__", "__format__"):
            if method not in namespace and data_type is not None:
                if getattr(cls, method) in (getattr(data_type, method), getattr(object, method)):
                    type.__setattr__(cls, method, getattr(first_enum, method))
        made, last_values = [], []
        for key, value in list(namespace.items()):
            if not _is_member(key, value):
                continue
            if isinstance(value, auto):
                value = cls._generate_next_value_(key, 1, len(last_values), last_values[:])
            args = value if isinstance(value, tuple) and data_type is not tuple else (value,)
            new = namespace.get("__new__")
            if new is not None:
                member = new(cls, *args)
                value = getattr(member, "_value_", value)
            elif data_type is not None:
                member = data_type.__new__(cls, *args)
            else:
                member = object.__new__(cls)
            member._value_ = value
            member._name_ = key
            last_values.append(value)
            for other in cls._member_map_.values():
                if other._value_ == value and type(other._value_) is type(value):
                    member = other
                    break
            else:
                member._sort_order_ = len(made)
                made.append(member)
                if "__init__" in cls.__dict__:
                    member.__init__(*args)
                    value = member._value_
                try:
                    cls._value2member_map_.setdefault(value, member)
                except TypeError:
                    pass
            cls._member_map_[key] = member
            type.__setattr__(cls, key, member)
        cls._members_ = made
        return cls

    def __call__(cls, value, names=None, *, module=None, start=1, type=None):
        if names is not None:
            return _functional(cls, value, names, start)
        return cls._lookup(value)

    def _lookup(cls, value):
        if isinstance(value, cls):
            return value
        try:
            if value in cls._value2member_map_:
                return cls._value2member_map_[value]
        except TypeError:
            for member in cls._members_:
                if member._value_ == value:
                    return member
        result = cls._missing_(value)
        if isinstance(result, cls):
            return result
        raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")

    def __iter__(cls):
        return iter(cls._members_)

    def __reversed__(cls):
        return reversed(cls._members_)

    def __len__(cls):
        return len(cls._members_)

    def __bool__(cls):
        return True

    def __contains__(cls, member):
        if not isinstance(member, Enum):
            raise TypeError(f"unsupported operand type(s) for 'in': '{type(member).__qualname__}' and '{cls.__class__.__qualname__}'")
        return isinstance(member, cls) and member._name_ in cls._member_map_

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __getattr__(cls, name):
        raise AttributeError(name)

    @property
    def __members__(cls):
        return dict(cls._member_map_)

    def __repr__(cls):
        kind = "flag" if issubclass(cls, Flag) else "enum"
        return f"<{kind} {cls.__name__!r}>"

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", {}) and name in cls.__dict__:
            raise AttributeError(f"cannot reassign member {name!r}")
        type.__setattr__(cls, name, value)


EnumType = EnumMeta


def _functional(cls, name, names, start):
    """`Enum("Color", "RED GREEN")`."""
    if isinstance(names, str):
        names = names.replace(",", " ").split()
    if isinstance(names, dict):
        pairs = list(names.items())
    else:
        pairs = [(n, i) if isinstance(n, str) else n for i, n in enumerate(names, start)]
    return type(cls)(name, (cls,), dict(pairs))


class Enum(metaclass=EnumMeta):
    """Derive from it and list the members: `class Color(Enum): RED = 1`."""

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_

    @classmethod
    def _missing_(cls, value):
        return None

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        numbers = [value for value in last_values if isinstance(value, int)]
        return max(numbers) + 1 if numbers else start

    def __repr__(self):
        return f"<{type(self).__name__}.{self._name_}: {self._value_!r}>"

    def __str__(self):
        return f"{type(self).__name__}.{self._name_}"

    def __format__(self, spec):
        return format(str(self), spec)

    def __hash__(self):
        return hash(self._name_)

    def __reduce__(self):
        return type(self), (self._value_,)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


class ReprEnum(Enum):
    """Members show and format as their values."""


class IntEnum(int, ReprEnum):
    """Members are ints."""

    def __str__(self):
        return str(self._value_)

    def __format__(self, spec):
        return format(self._value_, spec)

    __hash__ = int.__hash__


class StrEnum(str, ReprEnum):
    """Members are texts; `auto()` gives the lower-case name."""

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()

    def __str__(self):
        return self._value_

    def __format__(self, spec):
        return format(self._value_, spec)

    __hash__ = str.__hash__


class Flag(Enum):
    """Members that combine with `|`, `&`, `^` and `~`."""

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return 2 ** (max(last_values).bit_length()) if last_values else start

    @classmethod
    def _missing_(cls, value):
        every = 0
        for member in cls._members_:
            every |= member._value_
        if not isinstance(value, int):
            return None
        if value < 0:
            value &= every
        if value & ~every:
            return None
        made = object.__new__(cls) if not issubclass(cls, int) else int.__new__(cls, value)
        made._value_ = value
        made._name_ = None
        cls._value2member_map_[value] = made
        if value:
            made._name_ = "|".join(m._name_ for m in made) or None
        return made

    def __iter__(self):
        for member in type(self)._members_:
            bits = member._value_
            if bits and bits & (bits - 1) == 0 and bits & self._value_:
                yield member

    def __len__(self):
        return self._value_.bit_count()

    def __contains__(self, other):
        if not isinstance(other, type(self)):
            raise TypeError(f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} and {type(self).__qualname__!r}")
        return other._value_ & self._value_ == other._value_

    def _combine(self, value):
        return type(self)._lookup(value)

    def __or__(self, other):
        return self._combine(self._value_ | other._value_) if isinstance(other, type(self)) else NotImplemented

    def __and__(self, other):
        return self._combine(self._value_ & other._value_) if isinstance(other, type(self)) else NotImplemented

    def __xor__(self, other):
        return self._combine(self._value_ ^ other._value_) if isinstance(other, type(self)) else NotImplemented

    def __invert__(self):
        return self._combine(~self._value_)

    def __bool__(self):
        return bool(self._value_)

    def __hash__(self):
        return hash(self._value_)

    def __repr__(self):
        if self._name_ is None:
            return f"<{type(self).__name__}: {self._value_!r}>"
        return f"<{type(self).__name__}.{self._name_}: {self._value_!r}>"

    def __str__(self):
        return f"{type(self).__name__}({self._value_!r})" if self._name_ is None else f"{type(self).__name__}.{self._name_}"


class IntFlag(int, Flag):
    """Flags that are ints."""

    def __or__(self, other):
        return self._combine(self._value_ | int(other)) if isinstance(other, int) else NotImplemented

    def __and__(self, other):
        return self._combine(self._value_ & int(other)) if isinstance(other, int) else NotImplemented

    def __xor__(self, other):
        return self._combine(self._value_ ^ int(other)) if isinstance(other, int) else NotImplemented

    __ror__, __rand__, __rxor__ = __or__, __and__, __xor__

    def __str__(self):
        return str(self._value_)

    def __format__(self, spec):
        return format(self._value_, spec)


def unique(enumeration):
    """Refuses an enumeration in which two names share a value."""
    doubles = [(name, member.name) for name, member in enumeration.__members__.items() if name != member.name]
    if doubles:
        details = ", ".join(f"{alias} -> {name}" for alias, name in doubles)
        raise ValueError(f"duplicate values found in {enumeration!r}: {details}")
    return enumeration


class member:
    def __init__(self, value):
        self.value = value


def nonmember(value):
    return value
