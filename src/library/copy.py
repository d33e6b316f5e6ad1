"""Shallow and deep copies."""


class Error(Exception):
    """An object that cannot be copied."""


error = Error
_ATOMIC = (type(None), int, float, bool, complex, str, bytes, type, range, type(len), type(lambda: 0), type(...), type(NotImplemented), slice)


def _rebuilt(x, cls, state):
    """A new object of the same class with these attributes."""
    if isinstance(x, (list, dict, set, tuple, str, int, float, frozenset)):
        base = next(kind for kind in (list, dict, set, tuple, str, bool, int, float, frozenset) if isinstance(x, kind))
        new = base.__new__(cls, x) if base in (tuple, str, int, float, frozenset) else base.__new__(cls)
        if base is list:
            list.extend(new, x)
        elif base is dict:
            for key, value in x.items():
                dict.__setitem__(new, key, value)
        elif base is set:
            set.update(new, x)
    else:
        new = object.__new__(cls)
    if hasattr(new, "__setstate__") and type(new).__dict__.get("__setstate__") is not None:
        new.__setstate__(state)
    else:
        new.__dict__.update(state)
    return new


def _state(x):
    getstate = type(x).__dict__.get("__getstate__")
    if getstate is not None:
        return getstate(x)
    return dict(x.__dict__) if hasattr(x, "__dict__") else {}


def _slots(x):
    names = []
    for cls in type(x).__mro__:
        slots = cls.__dict__.get("__slots__", ())
        names.extend([slots] if isinstance(slots, str) else slots)
    return [name for name in names if hasattr(x, name)]


def copy(x):
    """A new object with the same parts."""
    cls = type(x)
    if cls in _ATOMIC or cls in (tuple, frozenset):
        return x
    if cls in (list, dict, set, bytearray):
        return x.copy()
    method = getattr(cls, "__copy__", None)
    if method is not None:
        return method(x)
    if isinstance(x, (type, BaseException)):
        return x
    if not hasattr(x, "__dict__"):
        new = cls.__new__(cls)
        for name in _slots(x):
            setattr(new, name, getattr(x, name))
        return new
    return _rebuilt(x, cls, _state(x))


def deepcopy(x, memo=None):
    """A new object with copies of all its parts. What is shared stays shared; cycles are kept."""
    cls = type(x)
    if cls in _ATOMIC:
        return x
    if memo is None:
        memo = {}
    known = memo.get(id(x), memo)
    if known is not memo:
        return known
    if cls is list:
        new = memo[id(x)] = []
        for item in x:
            new.append(deepcopy(item, memo))
    elif cls is dict:
        new = memo[id(x)] = {}
        for key, value in x.items():
            new[deepcopy(key, memo)] = deepcopy(value, memo)
    elif cls is tuple:
        items = [deepcopy(item, memo) for item in x]
        # A tuple that holds itself may have been copied meanwhile.
        if id(x) in memo:
            return memo[id(x)]
        new = x if all(a is b for a, b in zip(items, x)) else tuple(items)
    elif cls in (set, frozenset):
        new = cls([deepcopy(item, memo) for item in x])
    elif cls is bytearray:
        new = x.copy()
    elif (method := getattr(cls, "__deepcopy__", None)) is not None:
        new = method(x, memo)
    elif isinstance(x, type):
        return x
    elif isinstance(x, BaseException):
        new = cls.__new__(cls, *deepcopy(x.args, memo))
        new.__dict__.update(deepcopy(x.__dict__, memo))
    elif not hasattr(x, "__dict__"):
        new = memo[id(x)] = cls.__new__(cls)
        for name in _slots(x):
            setattr(new, name, deepcopy(getattr(x, name), memo))
    else:
        new = _deep_instance(x, cls, memo)
    memo[id(x)] = new
    # The original stays alive as long as its id is used as a key.
    memo.setdefault(id(memo), []).append(x)
    return new


def _deep_instance(x, cls, memo):
    if isinstance(x, (list, dict, set)):
        new = cls.__new__(cls)
        memo[id(x)] = new
        if isinstance(x, list):
            for item in list.__iter__(x):
                list.append(new, deepcopy(item, memo))
        elif isinstance(x, dict):
            for key, value in dict.items(x):
                dict.__setitem__(new, deepcopy(key, memo), deepcopy(value, memo))
        else:
            for item in set.__iter__(x):
                set.add(new, deepcopy(item, memo))
        new.__dict__.update(deepcopy(_state(x), memo))
        return new
    if isinstance(x, (tuple, str, int, float, frozenset)):
        items = tuple(deepcopy(item, memo) for item in x) if isinstance(x, tuple) else x
        new = _rebuilt(items, cls, {}) if not isinstance(x, tuple) else tuple.__new__(cls, items)
        new.__dict__.update(deepcopy(_state(x), memo)) if hasattr(new, "__dict__") else None
        return new
    new = object.__new__(cls)
    memo[id(x)] = new
    state = deepcopy(_state(x), memo)
    setstate = getattr(cls, "__setstate__", None)
    if setstate is not None:
        setstate(new, state)
    else:
        new.__dict__.update(state)
    return new


def replace(obj, /, **changes):
    return type(obj).__replace__(obj, **changes)
