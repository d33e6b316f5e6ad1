"""Files and folders on the in-memory disk that are gone afterwards."""

import io
import os
import random
import shutil

_generator = random.Random(2)
tempdir = "/tmp"


def gettempdir():
    return tempdir


def _fresh(suffix, prefix, dir):
    while True:
        letters = "".join(_generator.choices("abcdefghijklmnopqrstuvwxyz0123456789_", k=8))
        path = os.path.join(dir or tempdir, f"{'tmp' if prefix is None else prefix}{letters}{suffix or ''}")
        if not os.path.exists(path):
            return path


def mkdtemp(suffix=None, prefix=None, dir=None):
    path = _fresh(suffix, prefix, dir)
    os.mkdir(path)
    return path


def mktemp(suffix="", prefix="tmp", dir=None):
    return _fresh(suffix, prefix, dir)


class TemporaryDirectory:
    """A folder that is removed at the end of the `with`."""

    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False):
        self.name = mkdtemp(suffix, prefix, dir)

    def __enter__(self):
        return self.name

    def __exit__(self, *exc_info):
        self.cleanup()

    def cleanup(self):
        shutil.rmtree(self.name, ignore_errors=True)

    def __repr__(self):
        return f"<TemporaryDirectory {self.name!r}>"


class _Named:
    """A file with a name that is removed when it is closed."""

    def __init__(self, file, name, delete):
        self.file, self.name, self.delete = file, name, delete

    def __getattr__(self, name):
        return getattr(self.file, name)

    def __iter__(self):
        return iter(self.file)

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self.close()

    def close(self):
        self.file.close()
        if self.delete and os.path.exists(self.name):
            os.remove(self.name)


def NamedTemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, delete=True, *, errors=None):
    path = _fresh(suffix, prefix, dir)
    return _Named(io.open(path, mode, encoding=encoding, errors=errors), path, delete)


def TemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *, errors=None):
    return NamedTemporaryFile(mode, encoding=encoding, suffix=suffix, prefix=prefix, dir=dir, errors=errors)


def SpooledTemporaryFile(max_size=0, mode="w+b", **kwargs):
    return io.BytesIO() if "b" in mode else io.StringIO()
