"""Functions that make functions."""

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__")
WRAPPER_UPDATES = ("__dict__",)
_missing = object()


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Makes `wrapper` look like `wrapped`: name, doc, attributes."""
    for name in assigned:
        if hasattr(wrapped, name):
            setattr(wrapper, name, getattr(wrapped, name))
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """`@wraps(f)` above a wrapper: see `update_wrapper`."""

    def decorate(wrapper):
        return update_wrapper(wrapper, wrapped, assigned, updated)

    return decorate


def reduce(function, iterable, initial=_missing, /):
    """Combines items from left to right: `reduce(f, [a, b, c])` is `f(f(a, b), c)`."""
    iterator = iter(iterable)
    if initial is _missing:
        try:
            result = next(iterator)
        except StopIteration:
            raise TypeError("reduce() of empty iterable with no initial value") from None
    else:
        result = initial
    for item in iterator:
        result = function(result, item)
    return result


class partial:
    """A function with some arguments already given."""

    def __init__(self, func, /, *args, **keywords):
        if not callable(func):
            raise TypeError("the first argument must be callable")
        if isinstance(func, partial):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords

    def __call__(self, /, *args, **keywords):
        return self.func(*self.args, *args, **{**self.keywords, **keywords})

    def __repr__(self):
        parts = [repr(self.func), *map(repr, self.args), *(f"{k}={v!r}" for k, v in self.keywords.items())]
        return f"functools.partial({', '.join(parts)})"


class partialmethod:
    """A method with some arguments already given."""

    def __init__(self, func, /, *args, **keywords):
        self.func = func
        self.args = args
        self.keywords = keywords

    def __get__(self, instance, owner=None):
        bound = self.func.__get__(instance, owner) if hasattr(self.func, "__get__") else self.func
        return partial(bound, *self.args, **self.keywords)


def cmp_to_key(mycmp):
    """A key for sorting from a function that compares two things and returns a number below, at or above zero."""

    class K:
        __slots__ = ("obj",)

        def __init__(self, obj):
            self.obj = obj

        def __lt__(self, other):
            return mycmp(self.obj, other.obj) < 0

        def __gt__(self, other):
            return mycmp(self.obj, other.obj) > 0

        def __eq__(self, other):
            return mycmp(self.obj, other.obj) == 0

        def __le__(self, other):
            return mycmp(self.obj, other.obj) <= 0

        def __ge__(self, other):
            return mycmp(self.obj, other.obj) >= 0

        __hash__ = None

    return K


class _CacheInfo(tuple):
    def __new__(cls, hits, misses, maxsize, currsize):
        self = tuple.__new__(cls, (hits, misses, maxsize, currsize))
        return self

    hits = property(lambda self: self[0])
    misses = property(lambda self: self[1])
    maxsize = property(lambda self: self[2])
    currsize = property(lambda self: self[3])

    def __repr__(self):
        return f"CacheInfo(hits={self[0]}, misses={self[1]}, maxsize={self[2]}, currsize={self[3]})"


class _Cached:
    """A function that remembers its results; the least recently used ones go when there are more than `maxsize`."""

    def __init__(self, function, maxsize, typed):
        self.cache = {}
        self.maxsize = maxsize
        self.typed = typed
        self.hits = self.misses = 0
        update_wrapper(self, function)

    def __call__(self, /, *args, **kwargs):
        if kwargs or self.typed:
            key = (args, tuple(kwargs.items()), tuple(map(type, args)) if self.typed else ())
        else:
            key = args
        cache = self.cache
        result = cache.get(key, _missing)
        if result is not _missing:
            self.hits += 1
            if self.maxsize is not None:
                cache[key] = cache.pop(key)
            return result
        self.misses += 1
        result = self.__wrapped__(*args, **kwargs)
        if self.maxsize != 0:
            if self.maxsize is not None and len(cache) >= self.maxsize and key not in cache:
                del cache[next(iter(cache))]
            cache[key] = result
        return result

    def __get__(self, instance, owner=None):
        return self if instance is None else partial(self, instance)

    def cache_info(self):
        return _CacheInfo(self.hits, self.misses, self.maxsize, len(self.cache))

    def cache_clear(self):
        self.cache.clear()
        self.hits = self.misses = 0

    def cache_parameters(self):
        return {"maxsize": self.maxsize, "typed": self.typed}

    def __repr__(self):
        return f"<functools._lru_cache_wrapper object at {hex(id(self))}>"


def lru_cache(maxsize=128, typed=False):
    """Remembers results by arguments. `@lru_cache` and `@lru_cache(maxsize=None)` both work."""
    if callable(maxsize):
        return _Cached(maxsize, 128, typed)
    if maxsize is not None and maxsize < 0:
        maxsize = 0
    return lambda function: _Cached(function, maxsize, typed)


def cache(function, /):
    """`lru_cache(maxsize=None)`."""
    return _Cached(function, None, False)


class cached_property:
    """A property that is computed once and then kept in the object's `__dict__`."""

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__

    def __set_name__(self, owner, name):
        self.attrname = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        value = self.func(instance)
        instance.__dict__[self.attrname] = value
        return value


def total_ordering(cls):
    """Fills in the other comparisons from one of `<`, `<=`, `>`, `>=` and `==`."""
    roots = [op for op in ("__lt__", "__le__", "__gt__", "__ge__") if getattr(cls, op, None) is not getattr(object, op, None)]
    if not roots:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    root = roots[0]

    def define(name, compute):
        def method(self, other):
            result = getattr(type(self), root)(self, other)
            return result if result is NotImplemented else compute(result, self, other)

        method.__name__ = name
        if name not in roots:
            setattr(cls, name, method)

    strict = root in ("__lt__", "__gt__")
    same = "__le__" if root in ("__lt__", "__le__") else "__ge__"
    same_strict = "__lt__" if same == "__le__" else "__gt__"
    opposite = "__ge__" if same == "__le__" else "__le__"
    opposite_strict = "__gt__" if same == "__le__" else "__lt__"
    if strict:
        define(opposite_strict, lambda result, a, b: not result and a != b)
        define(same, lambda result, a, b: result or a == b)
        define(opposite, lambda result, a, b: not result)
    else:
        define(opposite, lambda result, a, b: not result or a == b)
        define(same_strict, lambda result, a, b: result and a != b)
        define(opposite_strict, lambda result, a, b: not result)
    return cls


def singledispatch(func):
    """A function that does different things for different types of its first argument."""
    registry = {object: func}

    def dispatch(cls):
        for base in cls.__mro__:
            if base in registry:
                return registry[base]
        return func

    def register(cls, function=None):
        if function is None:
            if isinstance(cls, type):
                return lambda f: register(cls, f)
            annotations = getattr(cls, "__annotations__", {})
            if not annotations:
                raise TypeError(
                    f"Invalid first argument to `register()`: {cls!r}. "
                    "Use either `@register(some_class)` or plain `@register` on an annotated function."
                )
            function = cls
            cls = next(iter(annotations.values()))
        registry[cls] = function
        return function

    def wrapper(*args, **kwargs):
        if not args:
            raise TypeError(f"{func.__name__} requires at least 1 positional argument")
        return dispatch(type(args[0]))(*args, **kwargs)

    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = registry
    return update_wrapper(wrapper, func)


class singledispatchmethod:
    """A method that does different things for different types of its first argument behind `self`."""

    def __init__(self, func):
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, method)

    def __get__(self, obj, cls=None):
        def method(*args, **kwargs):
            chosen = self.dispatcher.dispatch(type(args[0]))
            return chosen.__get__(obj, cls)(*args, **kwargs)

        method.register = self.register
        return update_wrapper(method, self.func)
