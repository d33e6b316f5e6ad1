"""Files and things that read and write like files. Files live in memory: those that the learner dropped on the page and
those that the program writes."""

import _files

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
DEFAULT_BUFFER_SIZE = 8192


class UnsupportedOperation(OSError, ValueError):
    """Reading from a file opened for writing, or the other way round."""


class IOBase:
    closed = False

    def close(self):
        self.closed = True

    def flush(self):
        pass

    def fileno(self):
        raise UnsupportedOperation("fileno")

    def isatty(self):
        return False

    def readable(self):
        return False

    def writable(self):
        return False

    def seekable(self):
        return True

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *exc_info):
        self.close()

    def _check(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")

    def __iter__(self):
        self._check()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readlines(self, hint=-1):
        return list(self)

    def writelines(self, lines):
        for line in lines:
            self.write(line)


class _Memory(IOBase):
    """A text or bytes that is read and written at a position."""

    def __init__(self, data):
        self._start(data)

    def _start(self, data):
        self._data = data
        # What was written behind the data since it was last looked at: joined once, so that writing is linear.
        self._tail = []
        self._size = len(data)
        self._at = 0

    def _whole(self):
        if self._tail:
            self._data = self._blank[:0].join([self._data, *self._tail])
            self._tail = []
        return self._data

    def read(self, size=-1):
        self._check()
        end = self._size if size is None or size < 0 else self._at + size
        piece = self._whole()[self._at:end]
        self._at += len(piece)
        return piece

    def readline(self, size=-1):
        self._check()
        found = self._whole().find(self._newline, self._at)
        end = self._size if found < 0 else found + 1
        if size is not None and size >= 0:
            end = min(end, self._at + size)
        line = self._data[self._at:end]
        self._at += len(line)
        return line

    def write(self, piece):
        self._check()
        if not isinstance(piece, self._kind):
            raise TypeError(self._complaint.format(type(piece).__name__))
        piece = self._frozen(piece)
        if not piece:
            return 0
        if self._at >= self._size:
            if self._at > self._size:
                self._tail.append(self._blank * (self._at - self._size))
            self._tail.append(piece)
        else:
            data = self._whole()
            self._data = data[:self._at] + piece + data[self._at + len(piece):]
        self._at += len(piece)
        self._size = max(self._size, self._at)
        return len(piece)

    def tell(self):
        self._check()
        return self._at

    def seek(self, offset, whence=0):
        self._check()
        if whence == 0 and offset < 0:
            raise ValueError(f"negative seek value {offset}")
        self._at = max(0, offset + (0 if whence == 0 else self._at if whence == 1 else self._size))
        return self._at

    def truncate(self, size=None):
        self._check()
        size = self._at if size is None else size
        self._data = self._whole()[:size]
        self._size = len(self._data)
        return size

    def getvalue(self):
        self._check()
        return self._whole()

    def readable(self):
        return True

    def writable(self):
        return True


class StringIO(_Memory):
    """A text file in memory."""

    _newline, _blank, _kind, _complaint = "\n", "\0", str, "string argument expected, got '{}'"
    _frozen = staticmethod(str)

    def __init__(self, initial_value="", newline="\n"):
        super().__init__(initial_value or "")


class BytesIO(_Memory):
    """A binary file in memory."""

    _newline, _blank, _kind, _complaint = b"\n", b"\0", (bytes, bytearray), "a bytes-like object is required, not '{}'"
    _frozen = staticmethod(bytes)

    def __init__(self, initial_bytes=b""):
        super().__init__(bytes(initial_bytes))

    def getbuffer(self):
        return self.getvalue()


class _File:
    """What files on the in-memory disk have beside text or bytes: a name, a mode, and a place to be written to."""

    def _open(self, name, mode, data):
        self._start(data)
        self.name = name
        self.mode = mode
        self._reads = "r" in mode or "+" in mode
        self._writes = "r" not in mode or "+" in mode
        self._appends = "a" in mode
        if self._appends:
            self._at = self._size
        if "w" in mode or "x" in mode:
            _files.write(name, b"")
        # Dropped with the file, it writes what it holds.
        self._held = _files.Held(name) if self._writes else None

    def read(self, size=-1):
        self._check()
        if not self._reads:
            raise UnsupportedOperation("not readable")
        return super().read(size)

    def readline(self, size=-1):
        self._check()
        if not self._reads:
            raise UnsupportedOperation("not readable")
        return super().readline(size)

    def write(self, piece):
        self._check()
        if not self._writes:
            raise UnsupportedOperation("not writable" if "b" not in self.mode else "write")
        if not isinstance(piece, self._kind):
            raise TypeError(self._complaint.format(type(piece).__name__))
        if self._appends:
            self._at = self._size
        encoded = self._encoded(piece)
        behind = self._at == self._size and self._in_pieces
        count = super().write(piece)
        if behind:
            self._held.append(encoded)
        else:
            self._held.replace(self._encoded(self._whole()))
        return count

    def truncate(self, size=None):
        self._check()
        if not self._writes:
            raise UnsupportedOperation("truncate" if "b" in self.mode else "not writable")
        size = super().truncate(size)
        self._held.replace(self._encoded(self._whole()))
        return size

    def flush(self):
        self._check()
        if self._held is not None:
            self._held.flush()

    def close(self):
        if not self.closed:
            self.flush()
        self.closed = True

    def readable(self):
        return self._reads

    def writable(self):
        return self._writes


class TextIOWrapper(_File, StringIO):
    """A text file."""

    def __init__(self, name, mode, data, encoding, errors):
        self.encoding = encoding
        self.errors = errors
        # Other encodings begin with a mark, which comes once.
        self._in_pieces = encoding.lower().replace("_", "-") in ("utf-8", "utf8", "ascii", "latin-1")
        self._open(name, mode, data)

    _complaint = "write() argument must be str, not {}"

    def _encoded(self, text):
        return text.encode(self.encoding, self.errors)

    def __repr__(self):
        return f"<_io.TextIOWrapper name={self.name!r} mode={self.mode!r} encoding={self.encoding!r}>"


class BufferedRandom(_File, BytesIO):
    """A binary file."""

    _in_pieces = True

    def __init__(self, name, mode, data):
        self._open(name, mode, data)

    def _encoded(self, data):
        return bytes(data)

    def __repr__(self):
        return f"<_io.BufferedReader name={self.name!r}>"


def _error(kind, number, text, name):
    raise kind(number, text, name)


def open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    """Opens a file of the in-memory disk."""
    name = file.__fspath__() if hasattr(file, "__fspath__") else file
    if not isinstance(name, str):
        raise TypeError(f"expected str, bytes or os.PathLike object, not {type(file).__name__}")
    letters = set(mode)
    if not isinstance(mode, str) or letters - set("rwxabt+") or len(mode) > len(letters):
        raise ValueError(f"invalid mode: {mode!r}")
    if "t" in mode and "b" in mode:
        raise ValueError("can't have text and binary mode at once")
    if sum(c in mode for c in "rwxa") != 1:
        raise ValueError("must have exactly one of create/read/write/append mode")
    if "b" in mode and encoding is not None:
        raise ValueError("binary mode doesn't take an encoding argument")
    kind = _files.kind(name)
    if kind == "folder":
        _error(IsADirectoryError, 21, "Is a directory", name)
    if kind is None and "r" in mode:
        _error(FileNotFoundError, 2, "No such file or directory", name)
    if kind is not None and "x" in mode:
        _error(FileExistsError, 17, "File exists", name)
    if kind is None and not _files.has_parent(name):
        _error(FileNotFoundError, 2, "No such file or directory", name)
    data = _files.read(name) if kind == "file" and ("r" in mode or "a" in mode) else b""
    if kind is None and "a" in mode:
        _files.write(name, b"")
    if "b" in mode:
        return BufferedRandom(name, mode, data)
    encoding = encoding or "UTF-8"
    text = data.decode(encoding, errors or "strict")
    if newline is None and "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return TextIOWrapper(name, mode, text, encoding, errors or "strict")
