"""Reading JSON."""

_ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_SPACE = " \t\n\r"
_CONSTANTS = {"null": None, "true": True, "false": False}
_NUMBERS = {"NaN": float("nan"), "Infinity": float("inf"), "-Infinity": float("-inf")}


class JSONDecodeError(ValueError):
    """A text that is not JSON: where and why."""

    def __init__(self, msg, doc, pos):
        lineno = doc.count("\n", 0, pos) + 1
        colno = pos - doc.rfind("\n", 0, pos)
        super().__init__(f"{msg}: line {lineno} column {colno} (char {pos})")
        self.msg, self.doc, self.pos, self.lineno, self.colno = msg, doc, pos, lineno, colno


class JSONDecoder:
    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True, object_pairs_hook=None):
        self.object_hook = object_hook
        self.object_pairs_hook = object_pairs_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant or _NUMBERS.__getitem__
        self.strict = strict

    def decode(self, s):
        obj, end = self.raw_decode(s, self._skip(s, 0))
        end = self._skip(s, end)
        if end != len(s):
            raise JSONDecodeError("Extra data", s, end)
        return obj

    def raw_decode(self, s, idx=0):
        return self._value(s, idx)

    def _skip(self, s, at):
        end = len(s)
        while at < end and s[at] in _SPACE:
            at += 1
        return at

    def _value(self, s, at):
        c = s[at:at + 1]
        if c == '"':
            return self._string(s, at + 1)
        if c == "{":
            return self._object(s, at + 1)
        if c == "[":
            return self._array(s, at + 1)
        for word, value in _CONSTANTS.items():
            if s.startswith(word, at):
                return value, at + len(word)
        for word in _NUMBERS:
            if s.startswith(word, at):
                return self.parse_constant(word), at + len(word)
        return self._number(s, at)

    def _number(self, s, start):
        at, end = start, len(s)
        if at < end and s[at] == "-":
            at += 1
        if at >= end or not "0" <= s[at] <= "9":
            raise JSONDecodeError("Expecting value", s, start)
        if s[at] == "0":
            at += 1
        else:
            while at < end and "0" <= s[at] <= "9":
                at += 1
        is_float = False
        if at + 1 < end and s[at] == "." and "0" <= s[at + 1] <= "9":
            is_float = True
            at += 1
            while at < end and "0" <= s[at] <= "9":
                at += 1
        if at < end and s[at] in "eE":
            digits = at + 1 + (s[at + 1:at + 2] in ("+", "-"))
            if digits < end and "0" <= s[digits] <= "9":
                is_float = True
                at = digits
                while at < end and "0" <= s[at] <= "9":
                    at += 1
        text = s[start:at]
        return (self.parse_float if is_float else self.parse_int)(text), at

    def _string(self, s, at):
        begin = at - 1
        parts = []
        while True:
            quote = s.find('"', at)
            if quote < 0:
                raise JSONDecodeError("Unterminated string starting at", s, begin)
            back = s.find("\\", at, quote)
            stop = quote if back < 0 else back
            chunk = s[at:stop]
            if self.strict and not chunk.isprintable():
                for i, c in enumerate(chunk):
                    if c < " ":
                        raise JSONDecodeError("Invalid control character at", s, at + i)
            parts.append(chunk)
            if back < 0:
                return "".join(parts), quote + 1
            escape = s[back + 1:back + 2]
            if not escape:
                raise JSONDecodeError("Unterminated string starting at", s, begin)
            if escape != "u":
                if escape not in _ESCAPES:
                    raise JSONDecodeError("Invalid \\escape: " + repr(escape), s, back)
                parts.append(_ESCAPES[escape])
                at = back + 2
                continue
            code, at = self._unicode(s, back)
            if 0xD800 <= code <= 0xDBFF and s.startswith("\\u", at):
                low, after = self._unicode(s, at)
                if 0xDC00 <= low <= 0xDFFF:
                    code, at = 0x10000 + (code - 0xD800 << 10) + low - 0xDC00, after
            parts.append(chr(code))

    def _unicode(self, s, back):
        digits = s[back + 2:back + 6]
        if len(digits) == 4 and digits[1] not in "xX":
            try:
                return int(digits, 16), back + 6
            except ValueError:
                pass
        raise JSONDecodeError("Invalid \\uXXXX escape", s, back + 1)

    def _array(self, s, at):
        values = []
        at = self._skip(s, at)
        if s[at:at + 1] == "]":
            return values, at + 1
        while True:
            value, at = self._value(s, at)
            values.append(value)
            at = self._skip(s, at)
            c = s[at:at + 1]
            if c == "]":
                return values, at + 1
            if c != ",":
                raise JSONDecodeError("Expecting ',' delimiter", s, at)
            at = self._skip(s, at + 1)

    def _object(self, s, at):
        pairs = []
        at = self._skip(s, at)
        if s[at:at + 1] == "}":
            return self._made(pairs), at + 1
        while True:
            if s[at:at + 1] != '"':
                raise JSONDecodeError("Expecting property name enclosed in double quotes", s, at)
            key, at = self._string(s, at + 1)
            at = self._skip(s, at)
            if s[at:at + 1] != ":":
                raise JSONDecodeError("Expecting ':' delimiter", s, at)
            value, at = self._value(s, self._skip(s, at + 1))
            pairs.append((key, value))
            at = self._skip(s, at)
            c = s[at:at + 1]
            if c == "}":
                return self._made(pairs), at + 1
            if c != ",":
                raise JSONDecodeError("Expecting ',' delimiter", s, at)
            at = self._skip(s, at + 1)

    def _made(self, pairs):
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs)
        made = dict(pairs)
        return made if self.object_hook is None else self.object_hook(made)
