"""Bytes as letters."""

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


def b64encode(s, altchars=None):
    out = []
    for i in range(0, len(s), 3):
        part = s[i:i + 3]
        n = int.from_bytes(part + b"\0" * (3 - len(part)), "big")
        letters = [_LETTERS[n >> shift & 63] for shift in (18, 12, 6, 0)]
        out.append("".join(letters[:len(part) + 1]) + "=" * (3 - len(part)))
    text = "".join(out).encode()
    return text.replace(b"+", altchars[:1]).replace(b"/", altchars[1:]) if altchars else text


def b64decode(s, altchars=None, validate=False):
    text = s if isinstance(s, str) else s.decode()
    if altchars:
        text = text.replace(chr(altchars[0]), "+").replace(chr(altchars[1]), "/")
    text = "".join(c for c in text if c in _LETTERS)
    n, out = 0, bytearray()
    for i in range(0, len(text), 4):
        part = text[i:i + 4]
        n = 0
        for c in part.ljust(4, "A"):
            n = n << 6 | _LETTERS.index(c)
        out.extend(n.to_bytes(3, "big")[:len(part) - 1])
    return bytes(out)


def urlsafe_b64encode(s):
    return b64encode(s, b"-_")


def urlsafe_b64decode(s):
    return b64decode(s, b"-_")
