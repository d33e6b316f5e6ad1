"""Regular expressions."""

import enum

import _re


class RegexFlag(enum.IntFlag):
    NOFLAG = 0
    IGNORECASE = I = 2
    LOCALE = L = 4
    MULTILINE = M = 8
    DOTALL = S = 16
    UNICODE = U = 32
    VERBOSE = X = 64
    ASCII = A = 256

    def __repr__(self):
        names = [f"re.{flag.name}" for flag in RegexFlag if flag.value and self.value & flag.value]
        return "|".join(names) or "re.NOFLAG"

    __str__ = __repr__


NOFLAG, IGNORECASE, LOCALE, MULTILINE = RegexFlag.NOFLAG, RegexFlag.IGNORECASE, RegexFlag.LOCALE, RegexFlag.MULTILINE
DOTALL, UNICODE, VERBOSE, ASCII = RegexFlag.DOTALL, RegexFlag.UNICODE, RegexFlag.VERBOSE, RegexFlag.ASCII
I, L, M, S, U, X, A = IGNORECASE, LOCALE, MULTILINE, DOTALL, UNICODE, VERBOSE, ASCII
_END = 2**62


class error(Exception):
    """A pattern that is none."""

    def __init__(self, msg, pattern=None, pos=None):
        self.msg, self.pattern, self.pos = msg, pattern, pos
        super().__init__(msg if pos is None else f"{msg} at position {pos}")


class Match:
    """Where a pattern matched, and what its groups hold."""

    def __init__(self, pattern, string, pos, endpos, spans):
        self.re, self.string, self.pos, self.endpos = pattern, string, pos, endpos
        self.regs = spans

    def _index(self, group):
        if isinstance(group, str):
            if group not in self.re.groupindex:
                raise IndexError("no such group")
            return self.re.groupindex[group]
        if not 0 <= group < len(self.regs):
            raise IndexError("no such group")
        return group

    def _text(self, group, default=None):
        start, end = self.regs[self._index(group)]
        return default if start < 0 else self.string[start:end]

    def group(self, *groups):
        if not groups:
            return self._text(0)
        if len(groups) == 1:
            return self._text(groups[0])
        return tuple([self._text(group) for group in groups])

    __getitem__ = _text

    def groups(self, default=None):
        return tuple([self._text(group, default) for group in range(1, len(self.regs))])

    def groupdict(self, default=None):
        return {name: self._text(group, default) for name, group in self.re.groupindex.items()}

    def start(self, group=0):
        return self.regs[self._index(group)][0]

    def end(self, group=0):
        return self.regs[self._index(group)][1]

    def span(self, group=0):
        return self.regs[self._index(group)]

    def expand(self, template):
        return _expand(_template(template, self.re), self)

    @property
    def lastindex(self):
        ends = [(end, -group) for group, (start, end) in enumerate(self.regs) if group and start >= 0]
        return -max(ends)[1] if ends else None

    @property
    def lastgroup(self):
        last = self.lastindex
        return next((name for name, group in self.re.groupindex.items() if group == last), None)

    def __bool__(self):
        return True

    def __repr__(self):
        return f"<re.Match object; span={self.span()}, match={self.group()!r}>"


class Pattern:
    """A compiled regular expression."""

    def __init__(self, pattern, flags=0):
        made = _re.compile(pattern, int(flags))
        if len(made) == 2:
            raise error(made[0], pattern, made[1])
        self._find = made[0].find
        self.pattern, self.groups, self.groupindex, self.flags = pattern, made[1], made[2], made[3]

    def _match(self, string, pos, endpos, how):
        spans = self._find(string, pos, endpos, how)
        return None if spans is None else Match(self, string, pos, min(endpos, len(string)), spans)

    def search(self, string, pos=0, endpos=_END):
        return self._match(string, pos, endpos, 0)

    def match(self, string, pos=0, endpos=_END):
        return self._match(string, pos, endpos, 1)

    def fullmatch(self, string, pos=0, endpos=_END):
        return self._match(string, pos, min(endpos, _END), 2)

    def finditer(self, string, pos=0, endpos=_END):
        """All matches from left to right. An empty one is never found twice at one place."""
        at, last_empty = pos, -1
        while at <= min(endpos, len(string)):
            found = self.search(string, at, endpos)
            if found is None:
                return
            start, end = found.regs[0]
            if start == end == last_empty:
                at += 1
                last_empty = -1
                continue
            found.pos = pos
            yield found
            at = end
            last_empty = end if start == end else -1

    def findall(self, string, pos=0, endpos=_END):
        if self.groups == 0:
            return [found._text(0) for found in self.finditer(string, pos, endpos)]
        if self.groups == 1:
            return [found._text(1, "") for found in self.finditer(string, pos, endpos)]
        return [found.groups("") for found in self.finditer(string, pos, endpos)]

    def split(self, string, maxsplit=0):
        parts, at = [], 0
        for found in self.finditer(string):
            if maxsplit and len(parts) // (self.groups + 1) >= maxsplit:
                break
            start, end = found.regs[0]
            parts.append(string[at:start])
            parts.extend(found.groups())
            at = end
        parts.append(string[at:])
        return parts

    def sub(self, repl, string, count=0):
        return self.subn(repl, string, count)[0]

    def subn(self, repl, string, count=0):
        parts, at, done = [], 0, 0
        template = None if callable(repl) else _template(repl, self)
        for found in self.finditer(string):
            if count and done >= count:
                break
            start, end = found.regs[0]
            parts.append(string[at:start])
            parts.append(repl(found) if template is None else _expand(template, found))
            at = end
            done += 1
        parts.append(string[at:])
        return "".join(parts), done

    def __eq__(self, other):
        return isinstance(other, Pattern) and (self.pattern, self.flags) == (other.pattern, other.flags)

    def __hash__(self):
        return hash((self.pattern, self.flags))

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __repr__(self):
        flags = repr(RegexFlag(self.flags & ~32)) if self.flags & ~32 else ""
        return f"re.compile({self.pattern!r}{', ' + flags if flags else ''})"


_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "f": "\f", "v": "\v", "b": "\b", "\\": "\\"}


def _template(repl, pattern):
    """A replacement as a list of texts and group numbers."""
    if not isinstance(repl, str):
        raise TypeError(f"expected str instance, {type(repl).__name__} found")
    if "\\" not in repl:
        return [repl]
    parts, i = [], 0
    while i < len(repl):
        back = repl.find("\\", i)
        if back < 0:
            parts.append(repl[i:])
            break
        parts.append(repl[i:back])
        c = repl[back + 1:back + 2]
        i = back + 2
        if c == "g":
            end = repl.find(">", i)
            if repl[i:i + 1] != "<" or end < 0:
                raise error("missing <" if repl[i:i + 1] != "<" else "missing >, unterminated name", repl, i)
            name = repl[i + 1:end]
            i = end + 1
            if not name.isdigit() and name not in pattern.groupindex:
                raise IndexError(f"unknown group name {name!r}")
            group = int(name) if name.isdigit() else pattern.groupindex[name]
        elif c and c in "123456789":
            digits = c
            if repl[i:i + 1].isdigit():
                digits += repl[i]
                i += 1
            group = int(digits)
        elif c == "0":
            parts.append("\0")
            continue
        elif c in _ESCAPES:
            parts.append(_ESCAPES[c])
            continue
        elif c.isascii() and c.isalpha():
            raise error(f"bad escape \\{c}", repl, back)
        else:
            parts.append("\\" + c)
            continue
        if group > pattern.groups:
            raise error(f"invalid group reference {group}", repl, back + 1)
        parts.append(group)
    return parts


def _expand(template, found):
    return "".join([part if isinstance(part, str) else found._text(part, "") for part in template])


_cache = {}


def compile(pattern, flags=0):
    """A pattern ready to be used again and again."""
    if isinstance(pattern, Pattern):
        return pattern
    key = pattern, int(flags)
    if key not in _cache:
        if len(_cache) > 256:
            _cache.clear()
        _cache[key] = Pattern(pattern, flags)
    return _cache[key]


def match(pattern, string, flags=0):
    return compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    return compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    return compile(pattern, flags).search(string)


def findall(pattern, string, flags=0):
    return compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    return compile(pattern, flags).finditer(string)


def sub(pattern, repl, string, count=0, flags=0):
    return compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, count=0, flags=0):
    return compile(pattern, flags).subn(repl, string, count)


def split(pattern, string, maxsplit=0, flags=0):
    return compile(pattern, flags).split(string, maxsplit)


def escape(pattern):
    """A text as a pattern that matches just it."""
    special = "()[]{}?*+-|^$\\.&~# \t\n\r\v\f"
    return "".join(["\\" + c if c in special else c for c in pattern])


def purge():
    _cache.clear()
