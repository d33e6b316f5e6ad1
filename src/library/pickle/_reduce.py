"""How an object is taken apart: what to call to make it again, and what to set afterwards."""

import copyreg
from collections import Counter, OrderedDict, defaultdict, deque


class New:
    """`cls.__new__(cls, *args)` as the way to make an object again."""

    def __init__(self, cls):
        self.cls = cls


def reduced(obj, protocol):
    """(what to call, its arguments, state, list items, dict items); the last three may be None. Or a global's name."""
    cls = type(obj)
    if cls in copyreg.dispatch_table:
        return _padded(copyreg.dispatch_table[cls](obj))
    for name, args in (("__reduce_ex__", (protocol,)), ("__reduce__", ())):
        method = getattr(cls, name, None)
        if method is not None:
            return _padded(method(obj, *args))
    if isinstance(obj, BaseException):
        return cls, obj.args, obj.__dict__ or None, None, None
    if cls is OrderedDict:
        return cls, (), obj.__dict__ or None, None, obj.items()
    if cls is defaultdict:
        return cls, (obj.default_factory,) if obj.default_factory else (), None, None, obj.items()
    if cls is Counter:
        return cls, (dict(obj),), None, None, None
    if cls is deque:
        return cls, ([], obj.maxlen) if obj.maxlen is not None else (), None, obj, None
    if not hasattr(obj, "__dict__") and not isinstance(obj, (tuple, list, dict, set)) and not _slots(cls):
        raise TypeError(f"cannot pickle '{_full_name(cls)}' object")
    if cls.__module__ == "builtins" and cls.__name__ in ("generator", "module"):
        raise TypeError(f"cannot pickle '{cls.__name__}' object")
    return New(cls), _new_args(obj), _state(obj), _list_items(obj), _dict_items(obj)


def _padded(parts):
    return parts if isinstance(parts, str) else tuple(parts) + (None,) * (5 - len(parts))


def _full_name(cls):
    return cls.__name__ if cls.__module__ == "builtins" else f"{cls.__module__}.{cls.__qualname__}"


def _new_args(obj):
    method = getattr(type(obj), "__getnewargs__", None)
    if method is not None:
        return method(obj)
    for base in (tuple, str, int, float, bytes, frozenset, set):
        if isinstance(obj, base):
            return (base(obj),)
    return ()


def _list_items(obj):
    return list(obj) if isinstance(obj, list) else None


def _dict_items(obj):
    return dict(obj).items() if isinstance(obj, dict) else None


def _slots(cls):
    names = []
    for base in cls.__mro__:
        slots = base.__dict__.get("__slots__", ())
        names.extend([slots] if isinstance(slots, str) else slots)
    return [name for name in names if name not in ("__dict__", "__weakref__")]


def _state(obj):
    getstate = getattr(type(obj), "__getstate__", None)
    if getstate is not None:
        return getstate(obj)
    attributes = dict(obj.__dict__) if hasattr(obj, "__dict__") else None
    slots = {name: getattr(obj, name) for name in _slots(type(obj)) if hasattr(obj, name)}
    return (attributes or None, slots) if slots else attributes or None


def restore(obj, state):
    """Gives an object its state back."""
    setstate = getattr(type(obj), "__setstate__", None)
    if setstate is not None:
        setstate(obj, state)
        return
    slots = None
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
    if state:
        obj.__dict__.update(state)
    for name, value in (slots or {}).items():
        setattr(obj, name, value)
