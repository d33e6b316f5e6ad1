"""Sets of characters, and `$name` templates."""

whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    return (sep or " ").join(word.capitalize() for word in s.split(sep))


_NAME_START = ascii_letters + "_"
_NAME = _NAME_START + digits


class Template:
    """Text with `$name` and `${name}` in it; `$$` is a dollar sign."""

    delimiter = "$"

    def __init__(self, template):
        self.template = template

    def _pieces(self):
        """Pairs of literal text and what follows it: a name, None for an odd `$`, "" for the end."""
        text, at = self.template, 0
        while True:
            dollar = text.find(self.delimiter, at)
            if dollar < 0:
                yield text[at:], "", ""
                return
            literal, rest = text[at:dollar], dollar + 1
            if text[rest:rest + 1] == self.delimiter:
                yield literal + self.delimiter, "", ""
                at = rest + 1
                continue
            braced = text[rest:rest + 1] == "{"
            end = start = rest + braced
            while end < len(text) and text[end] in (_NAME if end > start else _NAME_START):
                end += 1
            name = text[start:end]
            if not name or braced and text[end:end + 1] != "}":
                yield literal, None, dollar
                at = rest
                continue
            at = end + braced
            yield literal, name, text[dollar:at]

    def _invalid(self, at):
        lines = self.template[:at].splitlines(keepends=True)
        line, column = (1, 1) if not lines else (len(lines), at - len("".join(lines[:-1])) + 1)
        raise ValueError(f"Invalid placeholder in string: line {line}, col {column}")

    def substitute(self, mapping={}, /, **kws):
        values = {**mapping, **kws}
        out = []
        for literal, name, source in self._pieces():
            out.append(literal)
            if name is None:
                self._invalid(source)
            if name:
                out.append(str(values[name]))
        return "".join(out)

    def safe_substitute(self, mapping={}, /, **kws):
        values = {**mapping, **kws}
        out = []
        for literal, name, source in self._pieces():
            out.append(literal)
            if name is None:
                out.append(self.delimiter)
            elif name:
                out.append(str(values[name]) if name in values else source)
        return "".join(out)

    def is_valid(self):
        return all(name is not None for _, name, _ in self._pieces())

    def get_identifiers(self):
        return list(dict.fromkeys(name for _, name, _ in self._pieces() if name))


class Formatter:
    """`str.format` as an object."""

    def format(self, format_string, /, *args, **kwargs):
        return format_string.format(*args, **kwargs)

    def vformat(self, format_string, args, kwargs):
        return format_string.format(*args, **kwargs)
