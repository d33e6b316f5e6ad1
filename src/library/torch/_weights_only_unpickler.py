"""Reading files of strangers: tensors and containers, and nothing that could run code."""

import pickle
from collections import Counter, OrderedDict
from pickle import UnpicklingError

import torch
from torch import _utils, storage

# What files may name beside the classes that the program allows itself.
_ALLOWED = {
    "collections.OrderedDict": OrderedDict,
    "collections.Counter": Counter,
    "torch.nn.parameter.Parameter": torch.nn.Parameter,
    "torch.Size": torch.Size,
    "torch.Tensor": torch.Tensor,
    "torch.device": torch.device,
    "torch._utils._rebuild_tensor": _utils._rebuild_tensor,
    "torch._utils._rebuild_tensor_v2": _utils._rebuild_tensor_v2,
    "torch._utils._rebuild_parameter": _utils._rebuild_parameter,
    "torch._utils._rebuild_parameter_with_state": _utils._rebuild_parameter_with_state,
    "builtins.bytearray": bytearray,
    "builtins.set": set,
    "builtins.complex": complex,
    "__builtin__.set": set,
    "__builtin__.bytearray": bytearray,
}
_ALLOWED.update({f"torch.{kind.__name__}": kind for kind in storage.STORAGES.values()})
_user_allowed = {}


def _name_of(allowed):
    return allowed[1] if isinstance(allowed, tuple) else f"{allowed.__module__}.{allowed.__qualname__}"


def add_safe_globals(safe_globals):
    """Allows files to name these classes and functions."""
    _user_allowed.update({_name_of(one): one[0] if isinstance(one, tuple) else one for one in safe_globals})


def get_safe_globals():
    return list(_user_allowed.values())


def clear_safe_globals():
    _user_allowed.clear()


class safe_globals:
    """Allows these classes inside a `with`."""

    def __init__(self, safe_globals):
        self.safe_globals = safe_globals

    def __enter__(self):
        self.before = dict(_user_allowed)
        add_safe_globals(self.safe_globals)

    def __exit__(self, *exc_info):
        _user_allowed.clear()
        _user_allowed.update(self.before)


class Unpickler(pickle.Unpickler):
    """Makes nothing but what is allowed by name."""

    def find_class(self, module, name):
        full = f"{module}.{name}"
        if module == "_codecs" and name == "encode":
            return super().find_class(module, name)
        for allowed in (_user_allowed, _ALLOWED):
            if full in allowed:
                return allowed[full]
        if module == "torch" and isinstance(getattr(torch, name, None), torch.dtype):
            return getattr(torch, name)
        raise UnpicklingError(
            f"Unsupported global: GLOBAL {full} was not an allowed global by default. Please use "
            f"`torch.serialization.add_safe_globals([{full}])` or the `torch.serialization.safe_globals([{full}])` "
            "context manager to allowlist this global if you trust this class/function."
        )

    def _set_state(self, obj, state):
        if type(obj) in (torch.Tensor, torch.nn.Parameter, OrderedDict) or type(obj) in _user_allowed.values():
            return super()._set_state(obj, state)
        raise UnpicklingError(
            "Can only build Tensor, Parameter, OrderedDict or types allowlisted via `add_safe_globals`, "
            f"but got {type(obj)}"
        )
