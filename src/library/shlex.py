"""Splitting a command line as a shell does."""

import re

_SAFE = re.compile(r"[\w@%+=:,./-]*", re.ASCII)


def split(s, comments=False, posix=True):
    """The words of a line; quotes keep spaces together."""
    words, word, quote, at = [], None, "", 0
    while at < len(s):
        c = s[at]
        at += 1
        if quote:
            if c == quote:
                quote = ""
            elif c == "\\" and quote == '"' and s[at:at + 1] in ('"', "\\"):
                word += s[at]
                at += 1
            else:
                word += c
        elif c in " \t\r\n":
            if word is not None:
                words.append(word)
            word = None
        elif c in "'\"":
            quote, word = c, word or ""
        elif c == "\\":
            if at == len(s):
                raise ValueError("No escaped character")
            word = (word or "") + s[at]
            at += 1
        elif c == "#" and comments and word is None:
            while at < len(s) and s[at] != "\n":
                at += 1
        else:
            word = (word or "") + c
    if quote:
        raise ValueError("No closing quotation")
    if word is not None:
        words.append(word)
    return words


def quote(s):
    """The word as a shell would have to be given it."""
    if not s:
        return "''"
    return s if _SAFE.fullmatch(s) else "'" + s.replace("'", "'\"'\"'") + "'"


def join(split_command):
    return " ".join(map(quote, split_command))
