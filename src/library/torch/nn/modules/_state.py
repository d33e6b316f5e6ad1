"""A module's tensors by path: `state_dict` and back."""

from _kindling import explained
from collections import OrderedDict, namedtuple

import torch
from torch.nn.parameter import Parameter, is_lazy


class _IncompatibleKeys(namedtuple("IncompatibleKeys", ["missing_keys", "unexpected_keys"])):
    def __repr__(self):
        if not self.missing_keys and not self.unexpected_keys:
            return "<All keys matched successfully>"
        return super().__repr__()

    __str__ = __repr__


def collect(module, destination, prefix, keep_vars):
    if destination is None:
        destination = OrderedDict()
        destination._metadata = OrderedDict()
    if hasattr(destination, "_metadata"):
        destination._metadata[prefix[:-1]] = {"version": getattr(module, "_version", 1)}
    module._save_to_state_dict(destination, prefix, keep_vars)
    for name, child in module._modules.items():
        if child is not None:
            child.state_dict(destination=destination, prefix=prefix + name + ".", keep_vars=keep_vars)
    for hook, _ in module._state_dict_hooks.values():
        hook(module, destination, prefix, {})
    return destination


def _has_extra_state(module):
    return type(module).get_extra_state is not torch.nn.Module.get_extra_state


def _own_tensors(module):
    """Parameters and the buffers that are to be saved, by name."""
    for name, param in module._parameters.items():
        if param is not None:
            yield name, param
    for name, buffer in module._buffers.items():
        if buffer is not None and name not in module._non_persistent_buffers_set:
            yield name, buffer


def collect_own(module, destination, prefix, keep_vars):
    for name, tensor in _own_tensors(module):
        destination[prefix + name] = tensor if keep_vars else tensor.detach()
    if _has_extra_state(module):
        destination[prefix + "_extra_state"] = module.get_extra_state()


def load(module, state_dict, strict, assign):
    if not isinstance(state_dict, dict):
        raise explained(
            TypeError(f"Expected state_dict to be dict-like, got {type(state_dict)}."),
            "Pass what model.state_dict() gave. If a whole checkpoint was saved, take the part of it: "
            "checkpoint[\"model\"].",
        )
    missing, unexpected, errors = [], [], []
    metadata = getattr(state_dict, "_metadata", None)

    def load_into(module, prefix):
        about = {} if metadata is None else metadata.get(prefix[:-1], {})
        if assign:
            about["assign_to_params_buffers"] = assign
        module._load_from_state_dict(state_dict, prefix, about, True, missing, unexpected, errors)
        for name, child in module._modules.items():
            if child is not None:
                load_into(child, prefix + name + ".")
        for hook, _ in module._load_state_dict_hooks.values():
            hook(module, _IncompatibleKeys(missing, unexpected))

    load_into(module, "")

    if strict:
        if unexpected:
            errors.insert(0, "Unexpected key(s) in state_dict: " + ", ".join(f'"{key}"' for key in unexpected) + ". ")
        if missing:
            errors.insert(0, "Missing key(s) in state_dict: " + ", ".join(f'"{key}"' for key in missing) + ". ")
    if errors:
        raise RuntimeError(
            "Error(s) in loading state_dict for {}:\n\t{}".format(type(module).__name__, "\n\t".join(errors))
        )
    return _IncompatibleKeys(missing, unexpected)


def load_own(module, state_dict, prefix, metadata, strict, missing, unexpected, errors):
    assign = metadata.get("assign_to_params_buffers", False)
    for name, mine in _own_tensors(module):
        key = prefix + name
        if key not in state_dict:
            missing.append(key)
            continue
        given = state_dict[key]
        if not isinstance(given, torch.Tensor):
            errors.append(
                f'While copying the parameter named "{key}", expected torch.Tensor or Tensor-like object from '
                f"checkpoint but received {type(given)}"
            )
            continue
        if is_lazy(mine):
            mine.materialize(given.shape)
        if mine.dim() == 0 and given.dim() == 1 and len(given) == 1:
            given = given[0]
        if given.shape != mine.shape:
            errors.append(
                f"size mismatch for {key}: copying a param with shape {given.shape} from checkpoint, "
                f"the shape in current model is {mine.shape}."
            )
            continue
        if assign:
            if isinstance(mine, Parameter) and not isinstance(given, Parameter):
                given = Parameter(given, mine.requires_grad)
            setattr(module, name, given)
        else:
            with torch.no_grad():
                mine.copy_(given)

    extra = prefix + "_extra_state"
    if _has_extra_state(module):
        if extra in state_dict:
            module.set_extra_state(state_dict[extra])
        else:
            missing.append(extra)

    own = dict(_own_tensors(module))
    for key in state_dict:
        if key.startswith(prefix) and not (key == extra and _has_extra_state(module)):
            name, *deeper = key[len(prefix):].split(".")
            if name not in module._modules and (deeper or name not in own):
                unexpected.append(key)


def parse_to(*args, device=None, dtype=None, non_blocking=False, memory_format=None):
    """The device and dtype that `module.to(...)` was given, in any of its forms."""
    for arg in args:
        if isinstance(arg, torch.Tensor):
            device, dtype = arg.device, arg.dtype
        elif isinstance(arg, torch.dtype):
            dtype = arg
        elif not isinstance(arg, bool):
            device = torch.device(arg)
    if dtype is not None and not dtype.is_floating_point:
        raise TypeError(f"nn.Module.to only accepts floating point or complex dtypes, but got desired dtype={dtype}")
    return device, dtype
