"""Enumerations."""

import operator


class auto:
    """A value that the enumeration chooses: 1, 2, 3 ..., or powers of two for flags.

    It is chosen when the class is made, so what a class body computes with it waits: `RW = R | W`.
    """

    value = None
    _compute = None

    def _chosen(self, choose=None):
        """Its value: chosen once, or computed from what it was made of."""
        if self.value is None:
            self.value = self._compute() if self._compute else choose()
        return self.value

    def _after(self, operation, other):
        if not isinstance(other, (int, auto)):
            return NotImplemented
        later = auto()
        later._compute = lambda: operation(self._chosen(), other._chosen() if isinstance(other, auto) else other)
        return later

    def __or__(self, other):
        return self._after(operator.or_, other)

    def __and__(self, other):
        return self._after(operator.and_, other)

    def __xor__(self, other):
        return self._after(operator.xor, other)

    def __invert__(self):
        return self ^ -1

    __ror__, __rand__, __rxor__ = __or__, __and__, __xor__


def _is_descriptor(value):
    return hasattr(type(value), "__get__") or hasattr(type(value), "__set__")


def _is_member(name, value):
    reserved = name.startswith("__") and name.endswith("__") or name.startswith("_") and name.endswith("_")
    return not reserved and not _is_descriptor(value) and not (isinstance(value, type) and name in ("Meta",))


def _is_single(value):
    return value > 0 and value & (value - 1) == 0


class EnumMeta(type):
    """The class of enumerations: it makes the members and lets the class be iterated and indexed."""

    def __new__(metacls, name, bases, namespace, *, boundary=None, **kwargs):
        cls = type.__new__(metacls, name, bases, namespace, **kwargs)
        if boundary is not None:
            cls._boundary_ = boundary
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
                value = value._chosen(lambda: cls._generate_next_value_(key, 1, len(last_values), last_values[:]))
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
        # What several bits or none make is a name for it, and no member of its own.
        cls._members_ = [each for each in made if _is_single(each._value_)] if hasattr(cls, "_boundary_") else made
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
        if isinstance(result, cls) or isinstance(result, int) and getattr(cls, "_boundary_", None) is EJECT:
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


class FlagBoundary(StrEnum):
    """What a flag does with bits that no member names: refuse, drop, become an int, or keep them."""

    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


def _bits(value, width):
    return f"0b{int(value < 0)} {value & (1 << width) - 1:0{width}b}"


class Flag(Enum):
    """Members that combine with `|`, `&`, `^` and `~`."""

    _boundary_ = STRICT

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return 2 ** (max(last_values).bit_length()) if last_values else start

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            return None
        known = 0
        for member in cls._member_map_.values():
            known |= member._value_
        width = known.bit_length()
        if cls._boundary_ in (STRICT, CONFORM):
            every = (1 << width) - 1
            if not ~every <= value <= every or value & (every ^ known):
                if cls._boundary_ is STRICT:
                    width = max(width, value.bit_length())
                    raise ValueError(
                        f"{cls!r} invalid value {value!r}\n    given {_bits(value, width)}\n  allowed {_bits(known, width)}"
                    )
                value &= known
        elif cls._boundary_ is EJECT and value & ~known:
            return value
        if value < 0:
            value += max(1 << width, 2 ** value.bit_length())
        if value in cls._value2member_map_:
            return cls._value2member_map_[value]
        made = object.__new__(cls) if not issubclass(cls, int) else int.__new__(cls, value)
        made._value_ = value
        names = [member._name_ for member in made]
        unnamed = value
        for member in made:
            unnamed &= ~member._value_
        if names and unnamed:
            names.append(str(unnamed))
        made._name_ = "|".join(names) or None
        cls._value2member_map_[value] = made
        return made

    def __iter__(self):
        for member in type(self)._members_:
            if member._value_ & self._value_:
                yield member

    def __len__(self):
        return self._value_.bit_count()

    def __contains__(self, other):
        if not isinstance(other, type(self)):
            raise TypeError(f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} and {type(self).__qualname__!r}")
        return other._value_ & self._value_ == other._value_

    def _bits_of(self, other):
        """The bits of the other operand, None when it does not fit."""
        return other._value_ if isinstance(other, type(self)) else None

    def __or__(self, other):
        bits = self._bits_of(other)
        return NotImplemented if bits is None else type(self)(self._value_ | bits)

    def __and__(self, other):
        bits = self._bits_of(other)
        return NotImplemented if bits is None else type(self)(self._value_ & bits)

    def __xor__(self, other):
        bits = self._bits_of(other)
        return NotImplemented if bits is None else type(self)(self._value_ ^ bits)

    __ror__, __rand__, __rxor__ = __or__, __and__, __xor__

    def __invert__(self):
        if self._boundary_ in (EJECT, KEEP):
            return type(self)(~self._value_)
        singles = 0
        for member in type(self):
            singles |= member._value_
        return type(self)(singles & ~self._value_)

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


class IntFlag(int, Flag, boundary=KEEP):
    """Flags that are ints."""

    def _bits_of(self, other):
        return int(other) if isinstance(other, int) else None

    __or__, __and__, __xor__ = Flag.__or__, Flag.__and__, Flag.__xor__
    __ror__, __rand__, __rxor__ = __or__, __and__, __xor__
    __invert__ = Flag.__invert__
    __repr__ = Flag.__repr__

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
