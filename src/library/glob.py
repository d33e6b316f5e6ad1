"""Files whose paths match a pattern."""

from pathlib import Path


def iglob(pathname, *, root_dir=None, recursive=False):
    if not any(c in pathname for c in "*?["):
        if Path(pathname).exists():
            yield pathname
        return
    root = "/" if pathname.startswith("/") else root_dir or "."
    for found in Path(root).glob(pathname.lstrip("/")):
        yield str(found)


def glob(pathname, *, root_dir=None, recursive=False):
    return list(iglob(pathname, root_dir=root_dir, recursive=recursive))
