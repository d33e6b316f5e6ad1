"""Taking addresses apart and putting them together."""

import re
from collections import namedtuple

_ALWAYS_SAFE = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~")
_ADDRESS = re.compile(r"(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?://([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?", re.DOTALL)


class _Network:
    """The parts of `user:password@host:port`."""

    def _host_and_port(self):
        place = self.netloc.rpartition("@")[2]
        host, _, port = place.partition("]:") if place.startswith("[") else place.partition(":")
        return host.strip("[]"), port

    @property
    def hostname(self):
        return self._host_and_port()[0].lower() or None

    @property
    def port(self):
        port = self._host_and_port()[1]
        if not port:
            return None
        if not port.isdigit():
            raise ValueError(f"Port could not be cast to integer value as {port!r}")
        if int(port) > 65535:
            raise ValueError("Port out of range 0-65535")
        return int(port)

    @property
    def username(self):
        user, at, _ = self.netloc.rpartition("@")
        return user.partition(":")[0] if at else None

    @property
    def password(self):
        user, at, _ = self.netloc.rpartition("@")
        return user.partition(":")[2] if at and ":" in user else None

    def geturl(self):
        return urlunparse(self) if len(self) == 6 else urlunsplit(self)


class ParseResult(_Network, namedtuple("ParseResult", "scheme netloc path params query fragment")):
    pass


class SplitResult(_Network, namedtuple("SplitResult", "scheme netloc path query fragment")):
    pass


def urlsplit(url, scheme="", allow_fragments=True):
    found = _ADDRESS.fullmatch(url.strip())
    kind, network, path, query, fragment = (part or "" for part in found.groups())
    return SplitResult(kind.lower() or scheme, network, path, query, fragment)


def urlparse(url, scheme="", allow_fragments=True):
    kind, network, path, query, fragment = urlsplit(url, scheme)
    head, slash, last = path.rpartition("/")
    last, _, params = last.partition(";")
    return ParseResult(kind, network, head + slash + last, params, query, fragment)


def urlunsplit(components):
    scheme, netloc, path, query, fragment = components
    if netloc:
        path = f"//{netloc}" + ("/" if path and not path.startswith("/") else "") + path
    return (f"{scheme}:" if scheme else "") + path + (f"?{query}" if query else "") + (f"#{fragment}" if fragment else "")


def urlunparse(components):
    scheme, netloc, path, params, query, fragment = components
    return urlunsplit((scheme, netloc, f"{path};{params}" if params else path, query, fragment))


def urldefrag(url):
    address, _, fragment = url.partition("#")
    return namedtuple("DefragResult", "url fragment")(address, fragment)


def urljoin(base, url, allow_fragments=True):
    """What `url` means on the page `base` (RFC 3986, 5.2)."""
    if not base or not url:
        return url or base
    b, u = urlsplit(base), urlsplit(url)
    if u.scheme and u.scheme != b.scheme:
        return url
    if u.netloc:
        return urlunsplit((b.scheme, *u[1:]))
    if not u.path:
        return urlunsplit((b.scheme, b.netloc, b.path, u.query or b.query, u.fragment))
    path = u.path if u.path.startswith("/") else b.path.rpartition("/")[0] + "/" + u.path
    kept, parts = [], path.split("/")
    for part in parts:
        if part == "..":
            if len(kept) > 1:
                kept.pop()
        elif part != ".":
            kept.append(part)
    if parts[-1] in (".", ".."):
        kept.append("")
    return urlunsplit((b.scheme, b.netloc, "/".join(kept), u.query, u.fragment))


def quote_from_bytes(bs, safe="/"):
    kept = _ALWAYS_SAFE | set(safe.encode("ascii", "ignore") if isinstance(safe, str) else safe)
    return "".join(chr(byte) if byte in kept else f"%{byte:02X}" for byte in bs)


def quote(string, safe="/", encoding=None, errors=None):
    if isinstance(string, str):
        string = string.encode(encoding or "utf-8", errors or "strict")
    return quote_from_bytes(string, safe)


def quote_plus(string, safe="", encoding=None, errors=None):
    return quote(string, safe + " ", encoding, errors).replace(" ", "+")


def unquote_to_bytes(string):
    if isinstance(string, str):
        string = string.encode("utf-8")
    first, *rest = string.split(b"%")
    pieces = [first]
    for piece in rest:
        try:
            pieces.append(bytes.fromhex(piece[:2].decode()) + piece[2:])
        except ValueError:
            pieces.append(b"%" + piece)
    return b"".join(pieces)


def unquote(string, encoding="utf-8", errors="replace"):
    return unquote_to_bytes(string).decode(encoding, errors) if "%" in string else string


def unquote_plus(string, encoding="utf-8", errors="replace"):
    return unquote(string.replace("+", " "), encoding, errors)


def urlencode(query, doseq=False, safe="", encoding=None, errors=None, quote_via=quote_plus):
    pairs = []
    for key, value in query.items() if hasattr(query, "items") else query:
        values = value if doseq and not isinstance(value, (str, bytes)) and hasattr(value, "__iter__") else [value]
        for one in values:
            whole = [part if isinstance(part, (str, bytes)) else str(part) for part in (key, one)]
            pairs.append("=".join(quote_via(part, safe) for part in whole))
    return "&".join(pairs)


def parse_qsl(qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8", errors="replace", max_num_fields=None, separator="&"):
    pairs = []
    for piece in qs.split(separator):
        key, has_value, value = piece.partition("=")
        if strict_parsing and not has_value:
            raise ValueError(f"bad query field: {piece!r}")
        if value or keep_blank_values and piece:
            pairs.append((unquote_plus(key, encoding, errors), unquote_plus(value, encoding, errors)))
    return pairs


def parse_qs(qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8", errors="replace", max_num_fields=None, separator="&"):
    found = {}
    for key, value in parse_qsl(qs, keep_blank_values, strict_parsing, encoding, errors, separator=separator):
        found.setdefault(key, []).append(value)
    return found
