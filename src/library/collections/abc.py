"""What containers promise, as classes to test against: `isinstance(x, Iterable)`."""


class _Promise(type):
    """A class whose instances are all objects with certain methods."""

    def __instancecheck__(cls, instance):
        return cls.__subclasscheck__(type(instance))

    def __subclasscheck__(cls, subclass):
        if cls in subclass.__mro__:
            return True
        concrete = cls.__dict__.get("_concrete")
        if concrete is not None:
            return issubclass(subclass, concrete)
        wanted = cls.__dict__.get("_wanted")
        return wanted is not None and all(getattr(subclass, name, None) is not None for name in wanted)

    def __getitem__(cls, item):
        from typing import _Alias

        args = item if isinstance(item, tuple) else (item,)
        return _Alias(f"collections.abc.{cls.__name__}", args, cls)


class Hashable(metaclass=_Promise):
    _wanted = ("__hash__",)


class Iterable(metaclass=_Promise):
    _wanted = ("__iter__",)


class Iterator(metaclass=_Promise):
    _wanted = ("__iter__", "__next__")


class Generator(metaclass=_Promise):
    _wanted = ("send", "throw", "close", "__next__")


class Reversible(metaclass=_Promise):
    _wanted = ("__reversed__", "__iter__")


class Sized(metaclass=_Promise):
    _wanted = ("__len__",)


class Container(metaclass=_Promise):
    _wanted = ("__contains__",)


class Callable(metaclass=_Promise):
    _wanted = ("__call__",)


class Collection(metaclass=_Promise):
    _wanted = ("__len__", "__iter__", "__contains__")


class Sequence(metaclass=_Promise):
    _concrete = (list, tuple, str, bytes, bytearray, range)

    def __contains__(self, value):
        return any(item is value or item == value for item in self)

    def __iter__(self):
        for i in range(len(self)):
            yield self[i]

    def __reversed__(self):
        for i in reversed(range(len(self))):
            yield self[i]

    def index(self, value):
        for i, item in enumerate(self):
            if item is value or item == value:
                return i
        raise ValueError

    def count(self, value):
        return sum(1 for item in self if item is value or item == value)


class MutableSequence(Sequence):
    _concrete = (list, bytearray)


class Set(metaclass=_Promise):
    _concrete = (set, frozenset, type({}.keys()), type({}.items()))


class MutableSet(Set):
    _concrete = (set,)


class Mapping(metaclass=_Promise):
    _concrete = (dict,)

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True

    def keys(self):
        return dict.fromkeys(self).keys()

    def items(self):
        return {key: self[key] for key in self}.items()

    def values(self):
        return {key: self[key] for key in self}.values()


class MutableMapping(Mapping):
    _concrete = (dict,)

    def pop(self, key, *default):
        if key in self:
            value = self[key]
            del self[key]
            return value
        if default:
            return default[0]
        raise KeyError(key)

    def update(self, other=(), /, **kwargs):
        for key, value in dict(other, **kwargs).items():
            self[key] = value

    def setdefault(self, key, default=None):
        if key not in self:
            self[key] = default
        return self[key]
