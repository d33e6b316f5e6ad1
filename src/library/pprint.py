"""Data printed over several lines where one would be too long."""

import sys


class _SafeKey:
    """Sorts what cannot be compared by type."""

    def __init__(self, obj):
        self.obj = obj

    def __lt__(self, other):
        try:
            return self.obj < other.obj
        except TypeError:
            return (str(type(self.obj)), id(self.obj)) < (str(type(other.obj)), id(other.obj))


class PrettyPrinter:
    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
        self._indent, self._width, self._depth = indent, width, depth
        self._stream, self._compact, self._sort_dicts = stream, compact, sort_dicts
        self._underscore = underscore_numbers

    def pprint(self, object):
        (self._stream or sys.stdout).write(self.pformat(object) + "\n")

    def pformat(self, object):
        out = []
        self._format(object, out, 0, 0, [], 0)
        return "".join(out)

    def _repr(self, object, open_ones, level):
        kind = type(object)
        if kind is int and self._underscore:
            return f"{object:_d}"
        if kind not in (dict, list, tuple):
            return repr(object)
        if not object:
            return repr(object)
        if self._depth and level >= self._depth:
            return {dict: "{...}", list: "[...]", tuple: "(...)"}[kind]
        if id(object) in open_ones:
            return f"<Recursion on {kind.__name__} with id={id(object)}>"
        inner = [*open_ones, id(object)]
        if kind is dict:
            items = self._sorted(object)
            return "{" + ", ".join(f"{self._repr(k, inner, level + 1)}: {self._repr(v, inner, level + 1)}" for k, v in items) + "}"
        parts = ", ".join(self._repr(item, inner, level + 1) for item in object)
        return f"[{parts}]" if kind is list else f"({parts},)" if len(object) == 1 else f"({parts})"

    def _sorted(self, object):
        return sorted(object.items(), key=lambda pair: _SafeKey(pair[0])) if self._sort_dicts else list(object.items())

    def _format(self, object, out, indent, allowance, open_ones, level):
        text = self._repr(object, open_ones, level)
        if len(text) <= self._width - indent - allowance or id(object) in open_ones or self._depth and level >= self._depth:
            out.append(text)
            return
        kind = type(object)
        show = {dict: self._dict, list: self._list, tuple: self._tuple, set: self._set, frozenset: self._set, str: self._str}.get(kind)
        if getattr(kind, "__dataclass_fields__", None) and kind.__dict__.get("__repr__"):
            show = self._dataclass
        if show is None or kind not in (str,) and not isinstance(object, (dict, list, tuple, set, frozenset)) and show is not self._dataclass:
            out.append(text)
            return
        show(object, out, indent, allowance, [*open_ones, id(object)], level + 1)

    def _dict(self, object, out, indent, allowance, open_ones, level):
        out.append("{" + " " * (self._indent - 1))
        indent += self._indent
        items = self._sorted(object)
        for i, (key, value) in enumerate(items):
            last = i == len(items) - 1
            name = self._repr(key, open_ones, level)
            out.append(f"{name}: ")
            self._format(value, out, indent + len(name) + 2, allowance + 1 if last else 1, open_ones, level)
            if not last:
                out.append(",\n" + " " * indent)
        out.append("}")

    def _list(self, object, out, indent, allowance, open_ones, level):
        out.append("[")
        self._items(object, out, indent, allowance + 1, open_ones, level)
        out.append("]")

    def _tuple(self, object, out, indent, allowance, open_ones, level):
        end = ",)" if len(object) == 1 else ")"
        out.append("(")
        self._items(object, out, indent, allowance + len(end), open_ones, level)
        out.append(end)

    def _set(self, object, out, indent, allowance, open_ones, level):
        if not object:
            out.append(repr(object))
            return
        kind = type(object)
        if kind is set:
            left, right = "{", "}"
        else:
            left, right = kind.__name__ + "({", "})"
            indent += len(kind.__name__) + 1
        out.append(left)
        self._items(sorted(object, key=_SafeKey), out, indent, allowance + len(right), open_ones, level)
        out.append(right)

    def _items(self, items, out, indent, allowance, open_ones, level):
        items = list(items)
        indent += self._indent
        if self._indent > 1:
            out.append(" " * (self._indent - 1))
        separator, room = "", self._width - indent + 1
        width = room
        for i, item in enumerate(items):
            last = i == len(items) - 1
            if self._compact:
                if last:
                    room -= allowance
                    width -= allowance
                text = self._repr(item, open_ones, level)
                need = len(text) + 2
                if width < need:
                    width = room
                    if separator:
                        separator = ",\n" + " " * indent
                if width >= need:
                    width -= need
                    out.append(separator + text)
                    separator = ", "
                    continue
            out.append(separator)
            separator = ",\n" + " " * indent
            self._format(item, out, indent, allowance if last else 1, open_ones, level)

    def _str(self, object, out, indent, allowance, open_ones, level):
        if not object:
            out.append(repr(object))
            return
        chunks = []
        lines = object.splitlines(True)
        if level == 1:
            indent += 1
            allowance += 1
        width = room = self._width - indent
        for i, line in enumerate(lines):
            text = repr(line)
            if i == len(lines) - 1:
                room -= allowance
            if len(text) <= room:
                chunks.append(text)
                continue
            parts = _words(line)
            room2, current = width, ""
            for j, part in enumerate(parts):
                candidate = current + part
                if j == len(parts) - 1 and i == len(lines) - 1:
                    room2 -= allowance
                if len(repr(candidate)) > room2:
                    if current:
                        chunks.append(repr(current))
                    current = part
                else:
                    current = candidate
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            out.append(chunks[0])
            return
        if level == 1:
            out.append("(")
        out.append(("\n" + " " * indent).join(chunks))
        if level == 1:
            out.append(")")

    def _dataclass(self, object, out, indent, allowance, open_ones, level):
        name = type(object).__name__
        indent += len(name) + 1
        names = [f for f in object.__dataclass_fields__.values() if f.repr]
        out.append(name + "(")
        for i, f in enumerate(names):
            last = i == len(names) - 1
            out.append(f"{f.name}=")
            self._format(getattr(object, f.name), out, indent + len(f.name) + 1, allowance + 1 if last else 1, open_ones, level)
            if not last:
                out.append(",\n" + " " * indent)
        out.append(")")


def _words(line):
    """Words with the white space after them."""
    words, start, i = [], 0, 0
    while i < len(line):
        while i < len(line) and not line[i].isspace():
            i += 1
        while i < len(line) and line[i].isspace():
            i += 1
        words.append(line[start:i])
        start = i
    return words


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    """Prints data readably."""
    PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts, underscore_numbers=underscore_numbers).pprint(object)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    """Data as readable text."""
    return PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts, underscore_numbers=underscore_numbers).pformat(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def isreadable(object):
    return True


def saferepr(object):
    return PrettyPrinter()._repr(object, [], 0)
