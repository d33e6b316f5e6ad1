"""Dicts of PyTorch tensors in safetensors files."""

import torch
import _serialize
from safetensors import _read, _unpack


def save(tensors, metadata=None):
    """A dict of tensors as the bytes of a file."""
    _check(tensors)
    return _serialize.pack(dict(tensors), metadata)


def save_file(tensors, filename, metadata=None):
    """Writes a dict of tensors to a file."""
    data = save(tensors, metadata)
    with open(filename, "wb") as file:
        file.write(data)


def load(data):
    """The dict of tensors in the bytes of a file."""
    return _unpack(data)[0]


def load_file(filename, device="cpu"):
    """The dict of tensors in a file."""
    return _read(filename)[0]


def save_model(model, filename, metadata=None, force_contiguous=True):
    """Writes a module's state dict; tensors that share memory are written once."""
    state = model.state_dict()
    kept, seen = {}, {}
    metadata = dict(metadata or {})
    for name, tensor in sorted(state.items()):
        first = seen.setdefault((tensor.data_ptr(), tuple(tensor.shape), tensor.stride()), name)
        if first == name:
            kept[name] = tensor.contiguous()
        else:
            metadata[name] = first
    save_file(kept, filename, metadata or None)


def load_model(model, filename, strict=True, device="cpu"):
    """Reads a module's state dict. Returns the names that are missing and those that are too many."""
    state, metadata = _read(filename)
    for name, first in metadata.items():
        if first in state and name in model.state_dict():
            state[name] = state[first]
    keys = model.load_state_dict(state, strict=strict)
    return set(keys.missing_keys), list(keys.unexpected_keys)


def _check(tensors):
    if not isinstance(tensors, dict):
        raise ValueError(f"Expected a dict of [str, torch.Tensor] but received {type(tensors)}")
    storages = {}
    for name, tensor in tensors.items():
        if not isinstance(tensor, torch.Tensor):
            raise ValueError(f"Key `{name}` is invalid, expected torch.Tensor but received {type(tensor)}")
        storages.setdefault(_serialize.storage_id(tensor), set()).add(name)
    shared = [names for names in storages.values() if len(names) > 1]
    if shared:
        raise RuntimeError(
            f"\n            Some tensors share memory, this will lead to duplicate memory on disk and potential "
            f"differences when loading them again: {shared}.\n            A potential way to correctly save your model "
            "is to use `save_model`.\n            More information at "
            "https://huggingface.co/docs/safetensors/torch_shared_tensors\n            "
        )
    broken = [name for name, tensor in tensors.items() if not tensor.is_contiguous()]
    if broken:
        raise ValueError(
            f"You are trying to save a non contiguous tensor: `{broken[0]}` which is not allowed. It either means you "
            "are trying to save tensors which are reference of each other in which case it's recommended to save only "
            "the full tensors, and reslice at load time, or simply call `.contiguous()` on your tensor to pack it "
            "before saving."
        )
