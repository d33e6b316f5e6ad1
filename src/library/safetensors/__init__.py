"""Tensors in files that hold nothing else: https://github.com/huggingface/safetensors"""

import _serialize

__version__ = "0.8.0"


class SafetensorError(Exception):
    """A file that cannot be read."""


def _read(filename):
    with open(filename, "rb") as file:
        return _unpack(file.read())


def _unpack(data):
    try:
        return _serialize.unpack(data)
    except ValueError as error:
        raise SafetensorError(str(error)) from None


class safe_open:
    """The tensors of a file one by one."""

    def __init__(self, filename, framework, device="cpu"):
        self._framework = framework
        self._tensors, self._metadata = _read(filename)

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        pass

    def keys(self):
        return list(self._tensors)

    offset_keys = keys

    def metadata(self):
        return self._metadata or None

    def get_tensor(self, name):
        if name not in self._tensors:
            raise SafetensorError(f"File does not contain tensor {name}")
        tensor = self._tensors[name]
        return tensor.numpy() if self._framework in ("np", "numpy") else tensor
