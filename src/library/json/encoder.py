"""Writing JSON."""

_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}


def _quoted(text, ensure_ascii):
    if text.isascii() and text.isprintable() and '"' not in text and "\\" not in text:
        return f'"{text}"'
    out = []
    for c in text:
        code = ord(c)
        if c in _ESCAPES:
            out.append(_ESCAPES[c])
        elif code < 32 or ensure_ascii and code > 126:
            if code >= 0x10000:
                code -= 0x10000
                out.append(f"\\u{0xD800 | code >> 10:04x}\\u{0xDC00 | code & 0x3FF:04x}")
            else:
                out.append(f"\\u{code:04x}")
        else:
            out.append(c)
    return '"' + "".join(out) + '"'


class JSONEncoder:
    item_separator = ", "
    key_separator = ": "

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False, indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = " " * indent if isinstance(indent, int) else indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ","
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError(f"Object of type {o.__class__.__name__} is not JSON serializable")

    def encode(self, o):
        return "".join(self.iterencode(o))

    def iterencode(self, o, _one_shot=False):
        out = []
        self._write(o, out.append, 0, [])
        return out

    def _float(self, o):
        if o != o or o in (float("inf"), -float("inf")):
            if not self.allow_nan:
                raise ValueError("Out of range float values are not JSON compliant")
            return "NaN" if o != o else "Infinity" if o > 0 else "-Infinity"
        return float.__repr__(o)

    def _write(self, o, put, level, open_ones):
        if isinstance(o, str):
            put(_quoted(o, self.ensure_ascii))
        elif o is None:
            put("null")
        elif o is True:
            put("true")
        elif o is False:
            put("false")
        elif isinstance(o, int):
            put(int.__repr__(o))
        elif isinstance(o, float):
            put(self._float(o))
        elif isinstance(o, (list, tuple)):
            self._container(o, put, level, open_ones, "[", "]", o)
        elif isinstance(o, dict):
            items = sorted(o.items()) if self.sort_keys else o.items()
            self._container(o, put, level, open_ones, "{", "}", items)
        else:
            self._enter(o, open_ones)
            self._write(self.default(o), put, level, open_ones)
            open_ones.pop()

    def _enter(self, o, open_ones):
        if self.check_circular and id(o) in open_ones:
            raise ValueError("Circular reference detected")
        open_ones.append(id(o))

    def _container(self, o, put, level, open_ones, left, right, items):
        if not o:
            put(left + right)
            return
        self._enter(o, open_ones)
        put(left)
        inner = "" if self.indent is None else "\n" + self.indent * (level + 1)
        separator = self.item_separator + inner
        first = True
        for item in items:
            if left == "{":
                key, item = item
                key = self._key(key)
                if key is None:
                    continue
            put(inner if first else separator)
            first = False
            if left == "{":
                put(_quoted(key, self.ensure_ascii) + self.key_separator)
            self._write(item, put, level + 1, open_ones)
        if self.indent is not None:
            put("\n" + self.indent * level)
        put(right)
        open_ones.pop()

    def _key(self, key):
        if isinstance(key, str):
            return key
        if key is True:
            return "true"
        if key is False:
            return "false"
        if key is None:
            return "null"
        if isinstance(key, int):
            return int.__repr__(key)
        if isinstance(key, float):
            return self._float(key)
        if self.skipkeys:
            return None
        raise TypeError(f"keys must be str, int, float, bool or None, not {key.__class__.__name__}")
