"""Arrays in files: `.npy`, and `.npz` with several of them."""

import _archive
import _serialize

_MAGIC = b"\x93NUMPY"
_CODES = {"float64": "<f8", "float32": "<f4", "int64": "<i8", "int32": "<i4", "uint8": "|u1", "bool": "|b1"}
_DTYPES = {code[1:]: name for name, code in _CODES.items()}


def _npy(array):
    """The bytes of a `.npy` file."""
    from . import asarray

    array = asarray(array)
    shape = ", ".join(map(str, array.shape)) + ("," if array.ndim == 1 else "")
    header = f"{{'descr': '{_CODES[str(array.dtype)]}', 'fortran_order': False, 'shape': ({shape}), }}"
    # The elements begin at a multiple of 64.
    header += " " * (-(len(header) + 11) % 64) + "\n"
    return _MAGIC + b"\x01\x00" + len(header).to_bytes(2, "little") + header.encode("latin-1") + _serialize.to_bytes(array)


def _value(header, key):
    """The text of a value in the header, which is a Python dict."""
    rest = header[header.index(f"'{key}':") + len(key) + 3:].strip()
    end = rest.index(")") + 1 if rest[0] == "(" else rest.index(",")
    return rest[:end]


def _array(data):
    """The array in the bytes of a `.npy` file."""
    if data[:6] != _MAGIC:
        raise ValueError("Cannot load file containing pickled data when allow_pickle=False")
    wide = data[6] > 1
    begin = 12 if wide else 10
    end = begin + int.from_bytes(data[8:begin], "little")
    header = data[begin:end].decode("latin-1")
    code = _value(header, "descr").strip("'\"")
    if code[1:] not in _DTYPES or code[0] == ">":
        raise ValueError(f"arrays of dtype {code!r} cannot be read here")
    shape = tuple(int(size) for size in _value(header, "shape").strip("()").split(",") if size.strip())
    if _value(header, "fortran_order") == "True":
        return _serialize.array(data[end:], _DTYPES[code[1:]], shape[::-1]).transpose()
    return _serialize.array(data[end:], _DTYPES[code[1:]], shape)


def _opened(file, mode, ending=""):
    if hasattr(file, "write" if "w" in mode else "read"):
        return file, False
    name = str(file)
    return open(name if name.endswith(ending) else name + ending, mode), True


def _write(file, data, ending):
    opened, close = _opened(file, "wb", ending)
    opened.write(data)
    if close:
        opened.close()


def save(file, arr, allow_pickle=True, fix_imports=True):
    """Writes an array to a `.npy` file."""
    _write(file, _npy(arr), ".npy")


def savez(file, *args, allow_pickle=True, **kwds):
    """Writes several arrays to a `.npz` file: the named ones by name, the others as arr_0, arr_1, ..."""
    arrays = dict(kwds)
    arrays.update({f"arr_{number}": array for number, array in enumerate(args)})
    _write(file, _archive.pack([(name + ".npy", _npy(array)) for name, array in arrays.items()]), ".npz")


def savez_compressed(file, *args, allow_pickle=True, **kwds):
    """As `savez`: nothing is compressed here, and numpy reads it all the same."""
    savez(file, *args, **kwds)


def load(file, mmap_mode=None, allow_pickle=False, fix_imports=True, encoding="ASCII"):
    """The array in a `.npy` file, or what is like a dict of those in a `.npz` file."""
    opened, close = _opened(file, "rb")
    data = opened.read()
    if close:
        opened.close()
    if data[:4] == b"PK\x03\x04":
        return NpzFile({name: content for name, content in _archive.unpack(data)}, file)
    if data[:6] != _MAGIC and allow_pickle:
        import pickle

        return pickle.loads(data, encoding=encoding)
    if not data:
        raise EOFError("No data left in file")
    return _array(data)


class NpzFile:
    """The arrays of a `.npz` file by name."""

    def __init__(self, entries, file):
        self._entries = {name.removesuffix(".npy"): content for name, content in entries.items()}
        self._file = file
        self.files = list(self._entries)

    def __getitem__(self, name):
        if name not in self._entries:
            raise KeyError(f"{name} is not a file in the archive")
        return _array(self._entries[name])

    def __contains__(self, name):
        return name in self._entries

    def __iter__(self):
        return iter(self.files)

    def __len__(self):
        return len(self.files)

    def keys(self):
        return self._entries.keys()

    def items(self):
        return [(name, self[name]) for name in self.files]

    def values(self):
        return [self[name] for name in self.files]

    def get(self, name, default=None):
        return self[name] if name in self else default

    def close(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        pass

    def __repr__(self):
        return f"NpzFile {str(self._file)!r} with keys: {', '.join(self.files)}"
