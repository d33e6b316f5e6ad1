"""Parameters that are computed from others: `register_parametrization(layer, "weight", Symmetric())`."""

import copy

import torch
from torch.nn.modules.container import ModuleDict, ModuleList
from torch.nn.modules.module import Module
from torch.nn.parameter import Parameter

__all__ = ["cached", "ParametrizationList", "register_parametrization", "is_parametrized", "remove_parametrizations",
           "type_before_parametrizations", "transfer_parametrizations_and_params"]


class cached:
    """Accepted: values are computed anew at each use here."""

    def __enter__(self):
        pass

    def __exit__(self, *exc_info):
        pass


class ParametrizationList(ModuleList):
    """The original parameter, and the modules whose `forward` makes the parameter from it in order."""

    def __init__(self, modules, original, unsafe=False):
        super().__init__(modules)
        self.unsafe = unsafe
        value = original
        for module in reversed(self):
            if hasattr(module, "right_inverse"):
                value = module.right_inverse(value)
        self.is_tensor = isinstance(value, torch.Tensor)
        if self.is_tensor:
            self.original = _like(original, value)
        else:
            for number, part in enumerate(value):
                setattr(self, f"original{number}", _like(original, part))
        self.ntensors = 1 if self.is_tensor else len(value)

    def _originals(self):
        return [self.original] if self.is_tensor else [getattr(self, f"original{n}") for n in range(self.ntensors)]

    def forward(self):
        first, *rest = self
        value = first(*self._originals())
        for module in rest:
            value = module(value)
        return value

    def right_inverse(self, value):
        """Sets the originals so that the parameter becomes this value."""
        with torch.no_grad():
            for module in reversed(self):
                if not hasattr(module, "right_inverse"):
                    raise RuntimeError(f"parametrization {type(module).__name__} does not implement right_inverse.")
                value = module.right_inverse(value)
            for original, new in zip(self._originals(), [value] if self.is_tensor else value):
                original.copy_(new)


def _like(original, value):
    return Parameter(value.detach(), original.requires_grad) if isinstance(original, Parameter) else value


def _inject(module):
    """Gives the module a class of its own, on which parameters can be properties."""
    cls = type(module)
    module.__class__ = type("Parametrized" + cls.__name__, (cls,), {"_parametrized_from": cls, "__module__": __name__})
    module.parametrizations = ModuleDict()


def _property(name):
    def get(self):
        return self.parametrizations[name]()

    def set(self, value):
        self.parametrizations[name].right_inverse(value)

    return property(get, set)


def register_parametrization(module, tensor_name, parametrization, *, unsafe=False):
    """From now on the parameter is `parametrization` of the one that was there."""
    parametrization.train(module.training)
    if is_parametrized(module, tensor_name):
        module.parametrizations[tensor_name].append(parametrization)
        return module
    if tensor_name not in module._parameters and tensor_name not in module._buffers:
        raise ValueError(
            f"Module '{module}' does not have a parameter, a buffer, or a parametrized element with name '{tensor_name}'"
        )
    original = getattr(module, tensor_name)
    parametrizations = ParametrizationList([parametrization], original, unsafe=unsafe)
    delattr(module, tensor_name)
    if not is_parametrized(module):
        _inject(module)
    setattr(type(module), tensor_name, _property(tensor_name))
    module.parametrizations[tensor_name] = parametrizations
    return module


def is_parametrized(module, tensor_name=None):
    parametrizations = module._modules.get("parametrizations")
    if not isinstance(parametrizations, ModuleDict):
        return False
    return len(parametrizations) > 0 if tensor_name is None else tensor_name in parametrizations


def remove_parametrizations(module, tensor_name, leave_parametrized=True):
    """Makes the parameter a plain one again, with the value that it has now or with the original one."""
    if not is_parametrized(module, tensor_name):
        raise ValueError(f"Module {module} does not have a parametrization on {tensor_name}")
    parametrizations = module.parametrizations[tensor_name]
    if leave_parametrized:
        value = getattr(module, tensor_name).detach()
    elif parametrizations.is_tensor:
        value = parametrizations.original.detach()
    else:
        raise ValueError("Cannot leave unparametrized (`leave_parametrized=False`) a tensor that is parametrized in terms "
                         "of a sequence of tensors.")
    was_parameter = any(isinstance(original, Parameter) for original in parametrizations._originals())
    delattr(type(module), tensor_name)
    del module.parametrizations[tensor_name]
    if was_parameter:
        module.register_parameter(tensor_name, Parameter(value))
    else:
        module.register_buffer(tensor_name, value)
    if not is_parametrized(module):
        delattr(module, "parametrizations")
        module.__class__ = type(module)._parametrized_from
    return module


def type_before_parametrizations(module):
    return type(module)._parametrized_from if is_parametrized(module) else type(module)


def transfer_parametrizations_and_params(from_module, to_module, tensor_name=None):
    """Gives another module copies of the parametrizations and of their originals."""
    names = list(from_module.parametrizations) if tensor_name is None else [tensor_name]
    for name in names:
        for parametrization in from_module.parametrizations[name]:
            register_parametrization(to_module, name, copy.deepcopy(parametrization))
        theirs, mine = from_module.parametrizations[name], to_module.parametrizations[name]
        with torch.no_grad():
            for source, target in zip(theirs._originals(), mine._originals()):
                target.copy_(source)
    return to_module
