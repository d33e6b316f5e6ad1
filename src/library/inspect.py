"""Looking at functions and classes."""


class _empty:
    """Stands for "there is none"."""


class Parameter:
    empty = _empty
    POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = range(5)

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        self.name, self.kind, self.default, self.annotation = name, kind, default, annotation

    def __str__(self):
        text = {self.VAR_POSITIONAL: "*", self.VAR_KEYWORD: "**"}.get(self.kind, "") + self.name
        if self.annotation is not _empty:
            text += f": {formatannotation(self.annotation)}"
        if self.default is not _empty:
            text += f" = {self.default!r}" if self.annotation is not _empty else f"={self.default!r}"
        return text

    def __repr__(self):
        return f'<Parameter "{self}">'


def formatannotation(annotation):
    if isinstance(annotation, type):
        return annotation.__qualname__ if annotation.__module__ == "builtins" else f"{annotation.__module__}.{annotation.__qualname__}"
    return repr(annotation)


class Signature:
    empty = _empty

    def __init__(self, parameters=(), *, return_annotation=_empty):
        self.parameters = {p.name: p for p in parameters}
        self.return_annotation = return_annotation

    def __str__(self):
        parts, star, slash = [], False, False
        previous = None
        for p in self.parameters.values():
            if previous == Parameter.POSITIONAL_ONLY and p.kind != Parameter.POSITIONAL_ONLY:
                parts.append("/")
            if p.kind == Parameter.KEYWORD_ONLY and not star:
                parts.append("*")
                star = True
            star = star or p.kind == Parameter.VAR_POSITIONAL
            parts.append(str(p))
            previous = p.kind
        if previous == Parameter.POSITIONAL_ONLY:
            parts.append("/")
        result = "" if self.return_annotation is _empty else f" -> {formatannotation(self.return_annotation)}"
        return f"({', '.join(parts)}){result}"

    def __repr__(self):
        return f"<Signature {self}>"


def signature(obj):
    """The parameters of a function."""
    if isinstance(obj, type):
        found = signature(obj.__init__)
        return Signature(list(found.parameters.values())[1:])
    while hasattr(obj, "__wrapped__"):
        obj = obj.__wrapped__
    if ismethod(obj):
        found = signature(obj.__func__)
        return Signature(list(found.parameters.values())[1:], return_annotation=found.return_annotation)
    if not isfunction(obj):
        if hasattr(type(obj), "__call__") and isfunction(type(obj).__call__):
            found = signature(type(obj).__call__)
            return Signature(list(found.parameters.values())[1:])
        raise ValueError(f"no signature found for builtin {obj!r}")
    code, notes = obj.__code__, obj.__annotations__
    defaults = obj.__defaults__ or ()
    names = code.co_varnames
    positional = names[:code.co_argcount]
    parameters = []
    for i, name in enumerate(positional):
        at = i - (len(positional) - len(defaults))
        kind = Parameter.POSITIONAL_ONLY if i < code.co_posonlyargcount else Parameter.POSITIONAL_OR_KEYWORD
        parameters.append(Parameter(name, kind, default=defaults[at] if at >= 0 else _empty, annotation=notes.get(name, _empty)))
    at = code.co_argcount + code.co_kwonlyargcount
    if code.co_flags & 4:
        parameters.append(Parameter(names[at], Parameter.VAR_POSITIONAL, annotation=notes.get(names[at], _empty)))
        at += 1
    for name in names[code.co_argcount:code.co_argcount + code.co_kwonlyargcount]:
        default = (obj.__kwdefaults__ or {}).get(name, _empty)
        parameters.append(Parameter(name, Parameter.KEYWORD_ONLY, default=default, annotation=notes.get(name, _empty)))
    if code.co_flags & 8:
        parameters.append(Parameter(names[at], Parameter.VAR_KEYWORD, annotation=notes.get(names[at], _empty)))
    return Signature(parameters, return_annotation=notes.get("return", _empty))


def isfunction(obj):
    return type(obj) is type(lambda: None)


def ismethod(obj):
    return hasattr(obj, "__func__") and hasattr(obj, "__self__")


def isclass(obj):
    return isinstance(obj, type)


def ismodule(obj):
    import sys

    return type(obj) is type(sys)


def isbuiltin(obj):
    return type(obj) is type(len)


def isgenerator(obj):
    return type(obj).__name__ == "generator"


def isgeneratorfunction(obj):
    return isfunction(obj) and bool(obj.__code__.co_flags & 32)


def isroutine(obj):
    return isfunction(obj) or ismethod(obj) or isbuiltin(obj)


def isabstract(obj):
    return bool(getattr(obj, "__abstractmethods__", ()))


def getmembers(obj, predicate=None):
    pairs = [(name, getattr(obj, name)) for name in dir(obj) if hasattr(obj, name)]
    return [(name, value) for name, value in sorted(pairs, key=lambda pair: pair[0]) if predicate is None or predicate(value)]


def getmro(cls):
    return cls.__mro__


def cleandoc(doc):
    lines = doc.expandtabs().split("\n")
    margins = [len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()]
    margin = min(margins, default=0)
    lines = [lines[0].lstrip(), *(line[margin:] for line in lines[1:])]
    return "\n".join(lines).strip("\n")


def getdoc(obj):
    doc = getattr(obj, "__doc__", None)
    return cleandoc(doc) if isinstance(doc, str) else None


def getmodule(obj):
    import sys

    return sys.modules.get(getattr(obj, "__module__", None))


def unwrap(func):
    while hasattr(func, "__wrapped__"):
        func = func.__wrapped__
    return func
