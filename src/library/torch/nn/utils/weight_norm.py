"""A weight as a direction and a length, by hooks: the older way; `parametrizations.weight_norm` is the newer one."""

import torch
from _kindling import name_grad_fn
from torch.nn.parameter import Parameter


def _length(v, dim):
    """The norm of each slice along `dim`, with the other dimensions kept as 1; of everything for None."""
    if dim is None:
        return v.norm()
    others = [d for d in range(v.dim()) if d != dim % v.dim()]
    return torch.linalg.vector_norm(v, 2, others, keepdim=True) if others else v.abs()


def _weight(v, g, dim):
    return name_grad_fn(v * (g / _length(v, dim)), "WeightNormInterfaceBackward0")


class WeightNorm:
    """The hook that makes the weight before each call."""

    def __init__(self, name, dim):
        self.name = name
        self.dim = dim

    def __call__(self, module, inputs):
        setattr(module, self.name, self.compute_weight(module))

    def compute_weight(self, module):
        return _weight(getattr(module, self.name + "_v"), getattr(module, self.name + "_g"), self.dim)


def _hook_of(module, name):
    for number, hook in module._forward_pre_hooks.items():
        hook = hook[0] if isinstance(hook, tuple) else hook
        if isinstance(hook, WeightNorm) and hook.name == name:
            return number, hook
    return None


def weight_norm(module, name="weight", dim=0):
    r"""Replaces a weight by its length `weight_g` and its direction `weight_v`.

    Formula: w = g \frac{v}{\lVert v \rVert}
    Paper: Salimans and Kingma 2016, Weight Normalization
    """
    if _hook_of(module, name):
        raise RuntimeError(f"Cannot register two weight_norm hooks on the same parameter {name}")
    weight = getattr(module, name)
    hook = WeightNorm(name, dim)
    del module._parameters[name]
    module.register_parameter(name + "_g", Parameter(_length(weight, dim).data))
    module.register_parameter(name + "_v", Parameter(weight.data))
    setattr(module, name, hook.compute_weight(module))
    module.register_forward_pre_hook(hook)
    return module


def remove_weight_norm(module, name="weight"):
    """Makes the weight a plain parameter again."""
    found = _hook_of(module, name)
    if found is None:
        raise ValueError(f"weight_norm of '{name}' not found in {module}")
    number, hook = found
    weight = hook.compute_weight(module)
    delattr(module, name)
    del module._parameters[name + "_g"]
    del module._parameters[name + "_v"]
    setattr(module, name, Parameter(weight.data))
    del module._forward_pre_hooks[number]
    return module
