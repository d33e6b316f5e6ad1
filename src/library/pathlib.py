"""Paths as objects."""

import io
import os

_missing = object()


class PurePath:
    """A path: `Path("data") / "train.csv"`."""

    def __init__(self, *parts):
        text = os.path.join(*[os.fspath(part) for part in parts]) if parts else ""
        root = "/" if text.startswith("/") else ""
        self._root = root
        self._names = [part for part in text.split("/") if part and part != "."]

    def __fspath__(self):
        return str(self)

    def __str__(self):
        return self._root + "/".join(self._names) or "."

    def __repr__(self):
        return f"{type(self).__name__}({str(self)!r})"

    def as_posix(self):
        return str(self)

    def __eq__(self, other):
        return str(self) == str(other) if isinstance(other, PurePath) else NotImplemented

    def __lt__(self, other):
        return self.parts < other.parts if isinstance(other, PurePath) else NotImplemented

    def __hash__(self):
        return hash(str(self))

    def __truediv__(self, other):
        try:
            return type(self)(self, other)
        except TypeError:
            return NotImplemented

    def __rtruediv__(self, other):
        return type(self)(other, self)

    def joinpath(self, *others):
        return type(self)(self, *others)

    @property
    def parts(self):
        return tuple([self._root] * bool(self._root) + self._names)

    @property
    def root(self):
        return self._root

    anchor = root
    drive = ""

    @property
    def name(self):
        return self._names[-1] if self._names else ""

    @property
    def suffix(self):
        name = self.name
        i = name.rfind(".")
        return name[i:] if 0 < i < len(name) - 1 else ""

    @property
    def suffixes(self):
        name = self.name
        return [] if name.endswith(".") else ["." + part for part in name.lstrip(".").split(".")[1:]]

    @property
    def stem(self):
        suffix = self.suffix
        return self.name[:-len(suffix)] if suffix else self.name

    @property
    def parent(self):
        return self._with(self._names[:-1])

    @property
    def parents(self):
        return [self._with(self._names[:i]) for i in reversed(range(len(self._names)))]

    def _with(self, names):
        return type(self)(self._root + "/".join(names))

    def with_name(self, name):
        if not self.name:
            raise ValueError(f"{self!r} has an empty name")
        return self._with(self._names[:-1] + [name])

    def with_stem(self, stem):
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        if suffix and not suffix.startswith("."):
            raise ValueError(f"Invalid suffix {suffix!r}")
        return self.with_name(self.stem + suffix)

    def is_absolute(self):
        return bool(self._root)

    def relative_to(self, *other):
        base = type(self)(*other)
        n = len(base._names)
        if self._root != base._root or self._names[:n] != base._names:
            raise ValueError(f"{str(self)!r} is not in the subpath of {str(base)!r} OR one path is relative and the other is absolute.")
        return type(self)("/".join(self._names[n:]))

    def is_relative_to(self, *other):
        try:
            self.relative_to(*other)
            return True
        except ValueError:
            return False

    def match(self, pattern):
        from fnmatch import fnmatch

        wanted = pattern.split("/")
        return len(wanted) <= len(self._names) and all(map(fnmatch, self._names[-len(wanted):], wanted))


class Path(PurePath):
    """A path on the in-memory disk."""

    @classmethod
    def cwd(cls):
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        return cls("/home/kindling")

    def exists(self):
        return os.path.exists(self)

    def is_file(self):
        return os.path.isfile(self)

    def is_dir(self):
        return os.path.isdir(self)

    def stat(self):
        return os.stat(self)

    def resolve(self, strict=False):
        return type(self)(os.path.abspath(self))

    absolute = resolve

    def expanduser(self):
        return type(self)(os.path.expanduser(self))

    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
        return io.open(str(self), mode, buffering, encoding, errors, newline)

    def read_text(self, encoding=None, errors=None):
        with self.open("r", encoding=encoding, errors=errors) as file:
            return file.read()

    def read_bytes(self):
        with self.open("rb") as file:
            return file.read()

    def write_text(self, data, encoding=None, errors=None, newline=None):
        with self.open("w", encoding=encoding, errors=errors) as file:
            return file.write(data)

    def write_bytes(self, data):
        with self.open("wb") as file:
            return file.write(data)

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        if exist_ok and self.is_dir():
            return
        if parents and not self.parent.is_dir() and self._names:
            self.parent.mkdir(parents=True, exist_ok=True)
        os.mkdir(self)

    def touch(self, mode=0o666, exist_ok=True):
        self.open("a").close()

    def unlink(self, missing_ok=False):
        if not (missing_ok and not self.exists()):
            os.remove(self)

    def rmdir(self):
        os.rmdir(self)

    def rename(self, target):
        os.rename(self, target)
        return type(self)(target)

    replace = rename

    def iterdir(self):
        for name in os.listdir(self):
            yield self / name

    def glob(self, pattern):
        yield from self._matching(pattern.split("/"))

    def rglob(self, pattern):
        yield from self._matching(["**", *pattern.split("/")])

    def _matching(self, parts):
        from fnmatch import fnmatch

        if not parts:
            yield self
            return
        first, rest = parts[0], parts[1:]
        if not self.is_dir():
            return
        if first == "**":
            yield from self._matching(rest) if rest else [self]
            for child in self.iterdir():
                if child.is_dir():
                    yield from child._matching(parts)
            return
        for child in self.iterdir():
            if fnmatch(child.name, first):
                yield from child._matching(rest)


PosixPath = Path
PurePosixPath = PurePath


def _shown_as_posix(self):
    kind = "PosixPath" if isinstance(self, Path) else "PurePosixPath"
    return f"{kind}({str(self)!r})"


PurePath.__repr__ = _shown_as_posix
