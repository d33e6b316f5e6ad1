"""Paths, with `/` between their parts."""

import _files

sep = "/"


def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    if hasattr(path, "__fspath__"):
        return path.__fspath__()
    raise TypeError(f"expected str, bytes or os.PathLike object, not {type(path).__name__}")


def join(a, *parts):
    """`a/b/c`. A part that begins with `/` starts anew."""
    whole = fspath(a)
    for part in parts:
        part = fspath(part)
        if part.startswith("/"):
            whole = part
        elif not whole or whole.endswith("/"):
            whole += part
        else:
            whole += "/" + part
    return whole


def split(p):
    p = fspath(p)
    i = p.rfind("/") + 1
    head, tail = p[:i], p[i:]
    if head and head != "/" * len(head):
        head = head.rstrip("/")
    return head, tail


def basename(p):
    return split(p)[1]


def dirname(p):
    return split(p)[0]


def splitext(p):
    p = fspath(p)
    name = p[p.rfind("/") + 1:]
    dot = name.rfind(".")
    if dot <= 0 or not name[:dot].strip("."):
        return p, ""
    cut = len(p) - len(name) + dot
    return p[:cut], p[cut:]


def splitdrive(p):
    return "", fspath(p)


def isabs(s):
    return fspath(s).startswith("/")


def normpath(path):
    path = fspath(path)
    if not path:
        return "."
    start = "/" if path.startswith("/") else ""
    parts = []
    for part in path.split("/"):
        if part in ("", "."):
            continue
        if part != ".." or not start and not parts or parts and parts[-1] == "..":
            parts.append(part)
        elif parts:
            parts.pop()
    return start + "/".join(parts) or "."


def abspath(path):
    return normpath(join(_files.folder(), fspath(path)))


def realpath(path, *, strict=False):
    return abspath(path)


def relpath(path, start="."):
    here, there = abspath(start).split("/")[1:], abspath(path).split("/")[1:]
    here, there = [p for p in here if p], [p for p in there if p]
    same = len(commonprefix([here, there]))
    return "/".join([".."] * (len(here) - same) + there[same:]) or "."


def commonprefix(m):
    if not m:
        return ""
    first, last = min(m), max(m)
    for i, c in enumerate(first):
        if i >= len(last) or c != last[i]:
            return first[:i]
    return first


def commonpath(paths):
    split_paths = [normpath(p).split("/") for p in paths]
    return "/".join(commonprefix(split_paths)) or "/"


def expanduser(path):
    path = fspath(path)
    return "/home/kindling" + path[1:] if path == "~" or path.startswith("~/") else path


def expandvars(path):
    return fspath(path)


def exists(path):
    return _files.kind(fspath(path)) is not None


lexists = exists


def isfile(path):
    return _files.kind(fspath(path)) == "file"


def isdir(s):
    return _files.kind(fspath(s)) == "folder"


def islink(path):
    return False


def getsize(filename):
    if not isfile(filename):
        if isdir(filename):
            return 4096
        raise FileNotFoundError(2, "No such file or directory", fspath(filename))
    return len(_files.read(fspath(filename)))


def getmtime(filename):
    return 0.0


def samefile(f1, f2):
    return abspath(f1) == abspath(f2)
