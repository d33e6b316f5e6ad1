"""References that do not keep their object alive."""

from _weak import Weak


class ref:
    """Call it for the object: None once the object is gone."""

    def __init__(self, object, callback=None):
        self._weak = Weak(object)
        self._hash = None
        self.__callback__ = callback

    def __call__(self):
        return self._weak.get()

    def __eq__(self, other):
        if not isinstance(other, ref):
            return NotImplemented
        mine, its = self(), other()
        return self is other if mine is None or its is None else mine == its

    def __hash__(self):
        if self._hash is None:
            if self() is None:
                raise TypeError("weak object has gone away")
            self._hash = hash(self())
        return self._hash

    def __repr__(self):
        seen = self()
        state = "dead" if seen is None else f"to '{type(seen).__name__}' at {id(seen):#x}"
        return f"<weakref at {id(self):#x}; {state}>"


ReferenceType = ref


class WeakMethod(ref):
    """A reference to a bound method, which would be gone at once by itself."""

    def __init__(self, method, callback=None):
        super().__init__(method.__self__, callback)
        self._function = method.__func__

    def __call__(self):
        owner = self._weak.get()
        return None if owner is None else self._function.__get__(owner)


class _Proxy:
    def __init__(self, weak):
        object.__setattr__(self, "_weak", weak)

    def _target(self):
        target = object.__getattribute__(self, "_weak").get()
        if target is None:
            raise ReferenceError("weakly-referenced object no longer exists")
        return target

    def __getattr__(self, name):
        return getattr(object.__getattribute__(self, "_target")(), name)

    def __setattr__(self, name, value):
        setattr(self._target(), name, value)

    def __call__(self, *args, **kwargs):
        return self._target()(*args, **kwargs)

    def __str__(self):
        return str(self._target())

    def __len__(self):
        return len(self._target())

    def __iter__(self):
        return iter(self._target())

    def __getitem__(self, key):
        return self._target()[key]


ProxyType = CallableProxyType = _Proxy


def proxy(object, callback=None):
    """Behaves as the object; a ReferenceError once it is gone."""
    return _Proxy(Weak(object))


class WeakSet:
    """A set whose elements may go away."""

    def __init__(self, data=None):
        self._refs = {}
        for item in data or ():
            self.add(item)

    def _alive(self):
        self._refs = {key: weak for key, weak in self._refs.items() if weak() is not None}
        return [weak() for weak in self._refs.values()]

    def add(self, item):
        self._refs.setdefault(ref(item), ref(item))

    def discard(self, item):
        self._refs.pop(ref(item), None)

    def remove(self, item):
        del self._refs[ref(item)]

    def clear(self):
        self._refs.clear()

    def update(self, other):
        for item in other:
            self.add(item)

    def __contains__(self, item):
        try:
            return ref(item) in self._refs
        except TypeError:
            return False

    def __iter__(self):
        return iter(self._alive())

    def __len__(self):
        return len(self._alive())


class _Entries:
    """What is read off the entries that are still alive."""

    def keys(self):
        return iter(self._alive())

    def values(self):
        return iter(self._alive().values())

    def items(self):
        return iter(self._alive().items())

    def __iter__(self):
        return iter(self._alive())

    def __len__(self):
        return len(self._alive())


class WeakValueDictionary(_Entries):
    """A dict whose entries go away with their values."""

    def __init__(self, other=(), /, **kwargs):
        self._refs = {}
        self.update(other, **kwargs)

    def _alive(self):
        self._refs = {key: weak for key, weak in self._refs.items() if weak() is not None}
        return {key: weak() for key, weak in self._refs.items()}

    def update(self, other=(), /, **kwargs):
        for key, value in dict(other, **kwargs).items():
            self[key] = value

    def __setitem__(self, key, value):
        self._refs[key] = ref(value)

    def __getitem__(self, key):
        value = self._refs[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __delitem__(self, key):
        del self._refs[key]

    def get(self, key, default=None):
        return self._alive().get(key, default)

    def setdefault(self, key, default=None):
        if key not in self:
            self[key] = default
        return self[key]

    def pop(self, key, *default):
        return self._refs.pop(key, *[lambda: value for value in default])()

    def __contains__(self, key):
        return key in self._alive()


class WeakKeyDictionary(_Entries):
    """A dict whose entries go away with their keys."""

    def __init__(self, dict=None):
        self._entries = {}
        for key, value in (dict or {}).items():
            self[key] = value

    def _alive(self):
        self._entries = {weak: value for weak, value in self._entries.items() if weak() is not None}
        return {weak(): value for weak, value in self._entries.items()}

    def __setitem__(self, key, value):
        self._entries[ref(key)] = value

    def __getitem__(self, key):
        return self._entries[ref(key)]

    def __delitem__(self, key):
        del self._entries[ref(key)]

    def get(self, key, default=None):
        return self._entries.get(ref(key), default)

    def setdefault(self, key, default=None):
        return self._entries.setdefault(ref(key), default)

    def pop(self, key, *default):
        return self._entries.pop(ref(key), *default)

    def __contains__(self, key):
        return ref(key) in self._entries
