"""Reading values from text. The tree of a program is not available in Kindling."""

import re

_TOKEN = re.compile(r"""\s*(?:(?P<number>0[xX][0-9a-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|(?:\d[\d_]*\.?\d*|\.\d+)(?:[eE][+-]?\d+)?j?)
    |(?P<string>[rRbBuU]{0,2}(?:\"\"\"(?:\\.|[^\\])*?\"\"\"|'''(?:\\.|[^\\])*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'))
    |(?P<name>[A-Za-z_]\w*)|(?P<sign>[-+()\[\]{},:]))""", re.VERBOSE | re.DOTALL)
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "\\": "\\", "'": "'", '"': '"', "a": "\a", "b": "\b", "f": "\f", "v": "\v", "\n": ""}
_NAMES = {"True": True, "False": False, "None": None, "Ellipsis": ...}


def literal_eval(node_or_string):
    """The value of a text that is a number, a text, a tuple, a list, a dict, a set, True, False or None."""
    text = node_or_string.strip(" \t")
    reader = _Reader(text)
    value = reader.several_or_one()
    if reader.next is not None:
        raise reader.wrong()
    return value


class _Reader:
    def __init__(self, text):
        self.text, self.at, self.next = text, 0, None
        self.advance()

    def advance(self):
        taken = self.next
        if not self.text[self.at:].strip():
            self.next = None
            return taken
        found = _TOKEN.match(self.text, self.at)
        if not found:
            raise self.wrong()
        self.at = found.end()
        self.next = found.lastgroup, found[found.lastgroup]
        return taken

    def wrong(self):
        return SyntaxError("invalid syntax") if self.next is None or self.next[0] != "name" else ValueError(f"malformed node or string on line 1: {self.text!r}")

    def takes(self, sign):
        if self.next == ("sign", sign):
            self.advance()
            return True
        return False

    def several_or_one(self):
        first = self.value()
        if self.next != ("sign", ","):
            return first
        items = [first]
        while self.takes(",") and self.next is not None:
            items.append(self.value())
        return tuple(items)

    def items(self, end):
        items = []
        while not self.takes(end):
            items.append(self.value())
            if not self.takes(","):
                if not self.takes(end):
                    raise self.wrong()
                break
        return items

    def value(self):
        if self.next is None:
            raise SyntaxError("invalid syntax")
        kind, text = self.advance()
        if kind == "number":
            return self.number(text)
        if kind == "string":
            whole = self.string(text)
            while self.next is not None and self.next[0] == "string":
                whole += self.string(self.advance()[1])
            return whole
        if kind == "name":
            if text not in _NAMES:
                if text == "set" and self.takes("(") and self.takes(")"):
                    return set()
                raise ValueError(f"malformed node or string on line 1: {self.text!r}")
            return _NAMES[text]
        if text in "+-":
            value = self.value()
            return -value if text == "-" else value
        if text == "[":
            return self.items("]")
        if text == "(":
            if self.takes(")"):
                return ()
            first = self.value()
            if self.takes(")"):
                return first
            if not self.takes(","):
                raise self.wrong()
            return (first, *self.items(")"))
        if text == "{":
            return self.braces()
        raise self.wrong()

    def braces(self):
        if self.takes("}"):
            return {}
        first = self.value()
        if not self.takes(":"):
            if self.takes("}"):
                return {first}
            if not self.takes(","):
                raise self.wrong()
            return {first, *self.items("}")}
        pairs = {first: self.value()}
        while self.takes(",") and self.next != ("sign", "}"):
            key = self.value()
            if not self.takes(":"):
                raise self.wrong()
            pairs[key] = self.value()
        if not self.takes("}"):
            raise self.wrong()
        return pairs

    def number(self, text):
        if text[:2].lower() in ("0x", "0o", "0b"):
            return int(text, 0)
        return float(text) if any(c in text for c in ".eE") else int(text)

    def string(self, text):
        letters = re.match("[a-zA-Z]*", text)[0].lower()
        quotes = 3 if text[len(letters):len(letters) + 3] in ('"""', "'''") else 1
        body = text[len(letters) + quotes:-quotes]
        if "r" not in letters:
            body = re.sub(r"\\(x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[0-7]{1,3}|.)", self.escape, body, flags=re.DOTALL)
        return body.encode("latin-1") if "b" in letters else body

    def escape(self, found):
        name = found[1]
        if name in _ESCAPES:
            return _ESCAPES[name]
        if name[0] in "xuU" and len(name) > 1:
            return chr(int(name[1:], 16))
        return chr(int(name, 8)) if name.isdigit() else found[0]
