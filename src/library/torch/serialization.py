"""Objects with tensors in files, in PyTorch's own format: a zip archive with a pickle and the memory of each storage."""

import pickle

import _archive
import _serialize
import torch
from torch._weights_only_unpickler import (
    Unpickler as _WeightsUnpickler, add_safe_globals, clear_safe_globals, get_safe_globals, safe_globals,
)
from torch.storage import STORAGES, TypedStorage

__all__ = ["save", "load", "add_safe_globals", "clear_safe_globals", "get_safe_globals", "safe_globals"]

_LEGACY_MAGIC = 0x1950A86A20F9469CFC6C


def _opened(f, mode):
    """A file and whether it is to be closed."""
    if hasattr(f, "read" if mode == "rb" else "write"):
        return f, False
    return open(f, mode), True


class _Pickler(pickle.Pickler):
    """Leaves the elements of tensors out and remembers which storages they are in."""

    def __init__(self, file, protocol):
        super().__init__(file, protocol)
        self.storages = {}

    def persistent_id(self, obj):
        if not isinstance(obj, TypedStorage):
            return None
        key, _ = self.storages.setdefault(obj._id(), (str(len(self.storages)), obj))
        return "storage", STORAGES[obj.dtype], key, "cpu", len(obj)


class _Memory:
    """What a pickler writes to."""

    data = b""

    def write(self, data):
        self.data += data


def save(obj, f, pickle_module=None, pickle_protocol=2, _use_new_zipfile_serialization=True):
    """Writes an object to a file: a state dict, a tensor, or containers of them.

    Views of one storage stay views of one storage.
    """
    name = "archive"
    if isinstance(f, str) or hasattr(f, "__fspath__"):
        name = str(f).rsplit("/", 1)[-1].rsplit(".", 1)[0] or name
    memory = _Memory()
    pickler = _Pickler(memory, pickle_protocol)
    pickler.dump(obj)
    entries = [("data.pkl", memory.data), (".format_version", b"1"), (".storage_alignment", b"64"), ("byteorder", b"little")]
    entries += [(f"data/{key}", _serialize.to_bytes(storage._elements)) for key, storage in pickler.storages.values()]
    entries.append(("version", b"3\n"))
    archive = _archive.pack([(f"{name}/{entry}", data) for entry, data in entries])
    file, close = _opened(f, "wb")
    file.write(archive)
    if close:
        file.close()


def load(f, map_location=None, pickle_module=None, *, weights_only=None, mmap=None, **pickle_load_args):
    """Reads what `torch.save` wrote, here or in PyTorch.

    Args:
        map_location: there is only the CPU here
        weights_only: makes tensors, containers and allowed classes only (the default); False makes any object
    """
    file, close = _opened(f, "rb")
    data = file.read()
    if close:
        file.close()
    if not data:
        raise EOFError
    restricted = weights_only is None or bool(weights_only)
    read = _read_zip if data[:4] == b"PK\x03\x04" else _read_legacy
    try:
        return read(data, _WeightsUnpickler if restricted else pickle.Unpickler)
    except pickle.UnpicklingError as error:
        if not restricted:
            raise
        raise pickle.UnpicklingError(_REFUSAL.format(error)) from None


_REFUSAL = (
    "Weights only load failed. This file can still be loaded, to do so you have two options, "
    "\x1b[1mdo those steps only if you trust the source of the checkpoint\x1b[0m. \n"
    "\t(1) In PyTorch 2.6, we changed the default value of the `weights_only` argument in `torch.load` from `False` to "
    "`True`. Re-running `torch.load` with `weights_only` set to `False` will likely succeed, but it can result in "
    "arbitrary code execution. Do it only if you got the file from a trusted source.\n"
    "\t(2) Alternatively, to load with `weights_only=True` please check the recommended steps in the following error "
    "message.\n\tWeightsUnpickler error: {}\n\n"
    "Check the documentation of torch.load to learn more about types accepted by default with weights_only "
    "https://pytorch.org/docs/stable/generated/torch.load.html."
)


class _Reader:
    """Bytes that an unpickler reads."""

    def __init__(self, data, at=0):
        self.data = data
        self.at = at

    def read(self, count):
        piece = self.data[self.at:self.at + count]
        self.at += len(piece)
        return piece

    def readline(self):
        return self.read(self.data.find(b"\n", self.at) + 1 - self.at)


def _read_zip(data, kind):
    """A zip archive: PyTorch's format since 1.6."""
    entries = _archive.unpack(data)
    files = {name.split("/", 1)[-1]: content for name, content in entries}
    if "data.pkl" not in files:
        raise RuntimeError("PytorchStreamReader failed locating file data.pkl: file not found")
    if files.get("byteorder", b"little") != b"little":
        raise ValueError("the file was written on a machine with another order of bytes")
    storages = {}

    def persistent_load(pid):
        _, cls, key, _, count = pid
        if key not in storages:
            storages[key] = TypedStorage(_elements=_serialize.from_bytes(files[f"data/{key}"], _dtype_of(cls)))
        return storages[key]

    unpickler = kind(_Reader(files["data.pkl"]))
    unpickler.persistent_load = persistent_load
    return unpickler.load()


def _dtype_of(cls):
    return cls.dtype


def _read_legacy(data, kind):
    """Four pickles and the storages after them: PyTorch's format before 1.6."""
    file = _Reader(data)
    if kind(file).load() != _LEGACY_MAGIC:
        raise RuntimeError("Invalid magic number; corrupt file?")
    kind(file).load()
    kind(file).load()
    storages = {}

    def persistent_load(pid):
        _, cls, key, _, count, view = pid if len(pid) == 6 else (*pid, None)
        if key not in storages:
            storages[key] = TypedStorage(_elements=torch.zeros(count, dtype=_dtype_of(cls)))
        return storages[key]

    unpickler = kind(file)
    unpickler.persistent_load = persistent_load
    result = unpickler.load()
    for key in kind(file).load():
        elements = storages[key]._elements
        count = int.from_bytes(file.read(8), "little")
        elements.copy_(_serialize.from_bytes(file.read(count * elements.element_size()), elements.dtype))
    return result
