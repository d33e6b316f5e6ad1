"""Files packed with gzip, as data sets come."""

import io
import zlib

import _zlib

READ, WRITE = 1, 2


class BadGzipFile(OSError):
    """Bytes that gzip did not write."""


def compress(data, compresslevel=9, *, mtime=None):
    """The ten bytes of head, the deflated data, its checksum and its length."""
    data = bytes(data)
    head = b"\x1f\x8b\x08\x00" + int(mtime or 0).to_bytes(4, "little") + (b"\x02" if compresslevel == 9 else b"\x00") + b"\xff"
    tail = zlib.crc32(data).to_bytes(4, "little") + (len(data) % 2**32).to_bytes(4, "little")
    return head + _zlib.deflate(data, compresslevel) + tail


def _data_start(data, at):
    """Where the deflated data of the member at `at` begins: behind its name and comment."""
    if data[at:at + 2] != b"\x1f\x8b":
        raise BadGzipFile(f"Not a gzipped file ({data[at:at + 2]!r})")
    flags = data[at + 3]
    start = at + 10
    if flags & 4:
        start += 2 + int.from_bytes(data[start:start + 2], "little")
    for bit in (8, 16):
        if flags & bit:
            start = data.index(0, start) + 1
    return start + (2 if flags & 2 else 0)


def decompress(data):
    data, pieces, at = bytes(data), [], 0
    while at < len(data):
        start = _data_start(data, at)
        try:
            piece, used = _zlib.inflate(data[start:])
        except ValueError as wrong:
            if "truncated" in str(wrong):
                raise EOFError("Compressed file ended before the end-of-stream marker was reached") from None
            raise zlib.error(f"Error -3 while decompressing data: {wrong}") from None
        end = start + used
        if data[end:end + 4] != zlib.crc32(piece).to_bytes(4, "little"):
            raise BadGzipFile("CRC check failed")
        pieces.append(piece)
        at = end + 8
        while data[at:at + 1] == b"\0":
            at += 1
    return b"".join(pieces)


class GzipFile(io.BytesIO):
    """A file that is unpacked when it is opened and packed when it is closed."""

    def __init__(self, filename=None, mode="rb", compresslevel=9, fileobj=None, mtime=None):
        self._own = fileobj is None
        self._file = io.open(filename, mode.replace("b", "").replace("t", "") + "b") if self._own else fileobj
        self.name = filename or getattr(fileobj, "name", "")
        self.mode = READ if mode.startswith("r") else WRITE
        self._level, self.mtime = compresslevel, mtime
        super().__init__(decompress(self._file.read()) if self.mode == READ else b"")

    def read(self, size=-1):
        if self.mode == WRITE:
            raise OSError(9, "read() on write-only GzipFile object")
        return super().read(size)

    def write(self, data):
        if self.mode == READ:
            raise OSError(9, "write() on read-only GzipFile object")
        return super().write(data)

    def close(self):
        if self.closed:
            return
        if self.mode == WRITE:
            self._file.write(compress(self.getvalue(), self._level, mtime=self.mtime))
        super().close()
        if self._own:
            self._file.close()


class _TextFile(io.StringIO):
    """The text of a GzipFile."""

    def __init__(self, file, encoding, errors):
        self._file, self.encoding, self.errors = file, encoding, errors
        super().__init__(file.read().decode(encoding, errors).replace("\r\n", "\n") if file.mode == READ else "")

    def close(self):
        if not self.closed and self._file.mode == WRITE:
            self._file.write(self.getvalue().encode(self.encoding, self.errors))
        super().close()
        self._file.close()


def open(filename, mode="rb", compresslevel=9, encoding=None, errors=None, newline=None):
    """Opens a gzip file: bytes with "rb" and "wb", text with "rt" and "wt"."""
    if "t" in mode and "b" in mode:
        raise ValueError(f"Invalid mode: {mode!r}")
    is_path = isinstance(filename, (str, bytes)) or hasattr(filename, "__fspath__")
    binary = GzipFile(filename if is_path else None, mode, compresslevel, None if is_path else filename)
    return _TextFile(binary, encoding or "utf-8", errors or "strict") if "t" in mode else binary
