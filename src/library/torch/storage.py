"""The memory behind tensors."""

import _serialize
import torch

__all__ = ["UntypedStorage", "TypedStorage", "FloatStorage", "DoubleStorage", "LongStorage", "IntStorage", "ByteStorage", "BoolStorage"]


class TypedStorage:
    """All elements of a tensor's memory in a row, shared with the tensor."""

    dtype = None

    def __init__(self, *args, dtype=None, _elements=None):
        if _elements is None:
            dtype = dtype or self.dtype or torch.get_default_dtype()
            data = args[0] if args else []
            _elements = torch.empty(data, dtype=dtype) if isinstance(data, int) else torch.tensor(list(data), dtype=dtype)
        self._elements = _elements
        self.dtype = _elements.dtype

    @property
    def device(self):
        return self._elements.device

    is_cuda = False

    def __len__(self):
        return self._elements.numel()

    size = __len__

    def nbytes(self):
        return self._elements.nbytes

    def element_size(self):
        return self._elements.element_size()

    def data_ptr(self):
        return self._elements.data_ptr()

    def _id(self):
        return _serialize.storage_id(self._elements)

    def __getitem__(self, index):
        found = self._elements[index]
        return TypedStorage(_elements=found) if isinstance(index, slice) else found.item()

    def __setitem__(self, index, value):
        self._elements[index] = value

    def __iter__(self):
        return iter(self._elements.tolist())

    def fill_(self, value):
        self._elements.fill_(value)
        return self

    def copy_(self, source, non_blocking=None):
        self._elements.copy_(source._elements)
        return self

    def clone(self):
        return type(self)(_elements=self._elements.clone())

    def tolist(self):
        return self._elements.tolist()

    def cpu(self):
        return self

    def untyped(self):
        return UntypedStorage(self._elements)

    def __repr__(self):
        rows = "".join(f" {value}\n" for value in self._elements.tolist())
        return f"{rows}[torch.storage.TypedStorage(dtype={self.dtype}, device=cpu) of size {len(self)}]"

    def __reduce__(self):
        # A storage by itself is the file that `torch.save` writes of its elements.
        import io

        file = io.BytesIO()
        torch.save(self._elements, file)
        return _load_from_bytes, (file.getvalue(),)


class UntypedStorage:
    """A tensor's memory as bytes; to be read only."""

    def __init__(self, elements):
        self._elements = elements

    @property
    def device(self):
        return self._elements.device

    def __len__(self):
        return self._elements.nbytes

    size = nbytes = __len__

    def data_ptr(self):
        return self._elements.data_ptr()

    def tolist(self):
        return list(_serialize.to_bytes(self._elements))

    def __iter__(self):
        return iter(self.tolist())

    def __getitem__(self, index):
        if isinstance(index, slice):
            return UntypedStorage(torch.tensor(self.tolist()[index], dtype=torch.uint8))
        return self.tolist()[index]

    def __repr__(self):
        rows = "".join(f" {value}\n" for value in self.tolist())
        return f"{rows}[torch.storage.UntypedStorage(device=cpu) of size {len(self)}]"


def _load_from_bytes(data):
    import io

    found = torch.load(io.BytesIO(data), weights_only=False)
    return TypedStorage(_elements=found) if isinstance(found, torch.Tensor) else found


class FloatStorage(TypedStorage):
    __module__, dtype = "torch", torch.float32


class DoubleStorage(TypedStorage):
    __module__, dtype = "torch", torch.float64


class LongStorage(TypedStorage):
    __module__, dtype = "torch", torch.int64


class IntStorage(TypedStorage):
    __module__, dtype = "torch", torch.int32


class ByteStorage(TypedStorage):
    __module__, dtype = "torch", torch.uint8


class BoolStorage(TypedStorage):
    __module__, dtype = "torch", torch.bool


STORAGES = {kind.dtype: kind for kind in (FloatStorage, DoubleStorage, LongStorage, IntStorage, ByteStorage, BoolStorage)}
