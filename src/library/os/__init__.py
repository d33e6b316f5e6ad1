"""The operating system, as far as there is one: an in-memory disk and an empty environment."""

import _files
from os import path
from os.path import fspath

name = "posix"
sep = "/"
altsep = None
linesep = "\n"
pathsep = ":"
curdir = "."
pardir = ".."
extsep = "."
devnull = "/dev/null"
error = OSError
EX_OK = 0


class PathLike:
    def __fspath__(self):
        raise NotImplementedError


class _Environ(dict):
    def __repr__(self):
        return f"environ({dict.__repr__(self)})"

    def __missing__(self, key):
        raise KeyError(key) from None


environ = _Environ()


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(key, value):
    environ[key] = value


def getcwd():
    return _files.folder()


def chdir(path):
    if _files.kind(fspath(path)) != "folder":
        raise FileNotFoundError(2, "No such file or directory", fspath(path))
    _files.enter(fspath(path))


def getpid():
    return 1


def cpu_count():
    return 1


def getlogin():
    return "kindling"


def urandom(n):
    import random

    return random.randbytes(n)


def _missing(path):
    raise FileNotFoundError(2, "No such file or directory", path)


def listdir(path="."):
    path = fspath(path)
    kind = _files.kind(path)
    if kind is None:
        _missing(path)
    if kind == "file":
        raise NotADirectoryError(20, "Not a directory", path)
    return _files.names(path)


class DirEntry:
    def __init__(self, folder, name):
        self.name = name
        self.path = path.join(folder, name)

    def is_dir(self, *, follow_symlinks=True):
        return path.isdir(self.path)

    def is_file(self, *, follow_symlinks=True):
        return path.isfile(self.path)

    def stat(self):
        return stat(self.path)

    def __fspath__(self):
        return self.path

    def __repr__(self):
        return f"<DirEntry {self.name!r}>"


class _Scan(list):
    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        pass

    def close(self):
        pass


def scandir(path="."):
    return _Scan(DirEntry(fspath(path), name) for name in listdir(path))


def mkdir(path, mode=0o777):
    path = fspath(path)
    if _files.kind(path) is not None:
        raise FileExistsError(17, "File exists", path)
    if not _files.has_parent(path):
        _missing(path)
    _files.make_folder(path)


def makedirs(name, mode=0o777, exist_ok=False):
    name = fspath(name)
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    if head and tail and _files.kind(head) is None:
        makedirs(head, exist_ok=True)
    if exist_ok and _files.kind(name) == "folder":
        return
    mkdir(name)


def remove(path):
    path = fspath(path)
    kind = _files.kind(path)
    if kind is None:
        _missing(path)
    if kind == "folder":
        raise IsADirectoryError(21, "Is a directory", path)
    _files.remove(path)


unlink = remove


def rmdir(path):
    path = fspath(path)
    kind = _files.kind(path)
    if kind is None:
        _missing(path)
    if kind == "file":
        raise NotADirectoryError(20, "Not a directory", path)
    if _files.names(path):
        raise OSError(39, "Directory not empty", path)
    _files.remove(path)


def rename(src, dst):
    src, dst = fspath(src), fspath(dst)
    if _files.kind(src) is None:
        raise FileNotFoundError(2, "No such file or directory", src)
    _files.rename(src, dst)


replace = rename


class stat_result:
    def __init__(self, size, is_folder):
        self.st_size = size
        self.st_mode = 0o40755 if is_folder else 0o100644
        self.st_mtime = self.st_atime = self.st_ctime = 0.0


def stat(path):
    path = fspath(path)
    kind = _files.kind(path)
    if kind is None:
        _missing(path)
    return stat_result(0 if kind == "folder" else len(_files.read(path)), kind == "folder")


def walk(top, topdown=True, onerror=None, followlinks=False):
    """Folders below `top`: for each its path, its folders and its files."""
    top = fspath(top)
    if _files.kind(top) != "folder":
        return
    folders, files = [], []
    for name in _files.names(top):
        (folders if path.isdir(path.join(top, name)) else files).append(name)
    if topdown:
        yield top, folders, files
    for name in folders:
        yield from walk(path.join(top, name), topdown)
    if not topdown:
        yield top, folders, files


class terminal_size(tuple):
    """The columns and lines of the place that the program prints to."""

    columns = property(lambda self: self[0])
    lines = property(lambda self: self[1])

    def __repr__(self):
        return f"os.terminal_size(columns={self.columns}, lines={self.lines})"


def get_terminal_size(fd=1):
    raise OSError(25, "Inappropriate ioctl for device")


def system(command):
    raise OSError(38, "there is no shell here")


def _exit(status):
    raise SystemExit(status)


def access(path, mode):
    return _files.kind(fspath(path)) is not None


F_OK, R_OK, W_OK, X_OK = 0, 4, 2, 1
