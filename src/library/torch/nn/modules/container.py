"""Containers"""

from _kindling import explained
from collections import OrderedDict

import torch
from torch.nn.parameter import Parameter
from .module import Module, _indent


def _place(index, length):
    """A list index as a name: negative ones count from the end."""
    if not -length <= index < length:
        raise explained(
            IndexError(f"index {index} is out of range"),
            "Children are numbered from 0, and from -1 backwards.",
        )
    return index % length


def _renumber(modules):
    """The modules under the names "0", "1", ..."""
    return {str(i): module for i, module in enumerate(modules)}


class Sequential(Module):
    r"""Calls its modules one after the other, each on the result of the one before.

    Formula: y = f_n(\cdots f_2(f_1(x)))
    Shape: each module's output shape is the next one's input shape
    Args:
        args: the modules in order, or one OrderedDict of named modules
    Example:
        model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
        print(model)
        model(torch.randn(3, 4)).shape
    """

    def __init__(self, *args):
        super().__init__()
        if len(args) == 1 and isinstance(args[0], OrderedDict):
            for name, module in args[0].items():
                self.add_module(name, module)
        else:
            for i, module in enumerate(args):
                self.add_module(str(i), module)

    def forward(self, input):
        for module in self._modules.values():
            input = module(input)
        return input

    def __len__(self):
        return len(self._modules)

    def __iter__(self):
        return iter(self._modules.values())

    def __getitem__(self, index):
        if isinstance(index, slice):
            return type(self)(OrderedDict(list(self._modules.items())[index]))
        return list(self._modules.values())[_place(index, len(self))]

    def __setitem__(self, index, module):
        setattr(self, list(self._modules)[_place(index, len(self))], module)

    def __delitem__(self, index):
        names = list(self._modules)
        for name in names[index] if isinstance(index, slice) else [names[_place(index, len(self))]]:
            del self._modules[name]
        self._modules = _renumber(self._modules.values())

    def __add__(self, other):
        if not isinstance(other, Sequential):
            raise ValueError(
                "add operator supports only objects of Sequential class, but {} is given.".format(str(type(other)))
            )
        return Sequential(*self, *other)

    def __iadd__(self, other):
        return self.extend(other)

    def __mul__(self, times):
        if not isinstance(times, int):
            raise TypeError(f"unsupported operand type(s) for *: {type(self)} and {type(times)}")
        if times <= 0:
            raise ValueError(f"Non-positive multiplication factor {times} for {type(self)}")
        return Sequential(*(list(self) * times))

    __rmul__ = __mul__

    def append(self, module):
        self.add_module(str(len(self)), module)
        return self

    def extend(self, modules):
        for module in modules:
            self.append(module)
        return self

    def insert(self, index, module):
        if not isinstance(module, Module):
            raise AssertionError(f"module should be of type: {Module}")
        if not -len(self) <= index <= len(self):
            raise IndexError(f"Index out of range: {index}")
        modules = list(self)
        modules.insert(index, module)
        self._modules = _renumber(modules)
        return self

    def pop(self, index):
        module = self[index]
        del self[index]
        return module


class ModuleList(Module):
    r"""A list of modules whose parameters are found. It has no `forward`: you call the modules yourself.

    Args:
        modules: the modules to begin with
    Example:
        layers = nn.ModuleList([nn.Linear(4, 4) for _ in range(3)])
        x = torch.randn(2, 4)
        for layer in layers:
            x = torch.relu(layer(x))
        print(x.shape)
        len(list(layers.parameters()))
    """

    def __init__(self, modules=None):
        super().__init__()
        if modules is not None:
            self.extend(modules)

    def __len__(self):
        return len(self._modules)

    def __iter__(self):
        return iter(self._modules.values())

    def __contains__(self, module):
        return module in list(self)

    def __getitem__(self, index):
        modules = list(self._modules.values())
        if isinstance(index, slice):
            return type(self)(modules[index])
        return modules[_place(index, len(self))]

    def __setitem__(self, index, module):
        setattr(self, str(_place(index, len(self))), module)

    def __delitem__(self, index):
        modules = list(self)
        del modules[index]
        self._modules = _renumber(modules)

    def __add__(self, other):
        return ModuleList([*self, *other])

    def __iadd__(self, modules):
        return self.extend(modules)

    def append(self, module):
        self.add_module(str(len(self)), module)
        return self

    def extend(self, modules):
        if not hasattr(modules, "__iter__"):
            raise TypeError(f"ModuleList.extend should be called with an iterable, but got {type(modules).__name__}")
        for module in modules:
            self.append(module)
        return self

    def insert(self, index, module):
        modules = list(self)
        modules.insert(index, module)
        self._modules = _renumber(modules)

    def pop(self, index):
        module = self[index]
        del self[index]
        return module

    def __repr__(self):
        """Neighbours that print alike are printed once: `(0-2): 3 x Linear(...)`."""
        runs = []
        for i, text in enumerate(map(repr, self)):
            if runs and runs[-1][2] == text:
                runs[-1][1] = i
            else:
                runs.append([i, i, text])
        if not runs:
            return self._get_name() + "()"
        lines = [
            f"({first}): {_indent(text)}" if first == last
            else f"({first}-{last}): {last - first + 1} x {_indent(text)}"
            for first, last, text in runs
        ]
        return self._get_name() + "(\n  " + "\n  ".join(lines) + "\n)"


class _Keyed:
    """What ModuleDict and ParameterDict have in common with a dict; `_kept` says where the values are."""

    def __len__(self):
        return len(self._kept())

    def __iter__(self):
        return iter(self._kept())

    def __contains__(self, key):
        return key in self._kept()

    def __getitem__(self, key):
        return self._kept()[key]

    def __delitem__(self, key):
        del self._kept()[key]

    def keys(self):
        return self._kept().keys()

    def values(self):
        return self._kept().values()

    def items(self):
        return self._kept().items()

    def clear(self):
        self._kept().clear()

    def pop(self, key):
        return self._kept().pop(key)

    def update(self, values):
        for key, value in values.items() if hasattr(values, "items") else values:
            self[key] = value


class ModuleDict(_Keyed, Module):
    r"""A dict of modules whose parameters are found.

    Args:
        modules: a mapping or pairs of name and module
    Example:
        parts = nn.ModuleDict({"act": nn.ReLU(), "head": nn.Linear(4, 2)})
        print(parts)
        parts["head"](torch.randn(3, 4)).shape
    """

    def __init__(self, modules=None):
        super().__init__()
        if modules is not None:
            self.update(modules)

    def _kept(self):
        return self._modules

    def __setitem__(self, key, module):
        self.add_module(key, module)


class ParameterList(Module):
    r"""A list of parameters that are found by the module that holds it.

    Args:
        values: tensors or parameters to begin with
    Example:
        weights = nn.ParameterList([torch.ones(2), torch.zeros(3)])
        print(weights)
        [w.requires_grad for w in weights]
    """

    def __init__(self, values=None):
        super().__init__()
        self._size = 0
        if values is not None:
            self.extend(values)

    def __len__(self):
        return self._size

    def __iter__(self):
        return iter([getattr(self, str(i)) for i in range(self._size)])

    def __getitem__(self, index):
        if isinstance(index, slice):
            return ParameterList(list(self)[index])
        return getattr(self, str(_place(index, self._size)))

    def __setitem__(self, index, value):
        setattr(self, str(_place(index, self._size)), _as_parameter(value))

    def append(self, value):
        setattr(self, str(self._size), _as_parameter(value))
        self._size += 1
        return self

    def extend(self, values):
        for value in values:
            self.append(value)
        return self

    def __iadd__(self, values):
        return self.extend(values)

    def extra_repr(self):
        return "\n".join(f"  ({i}): {_describe(value, str(value.dtype))}" for i, value in enumerate(self))


class ParameterDict(_Keyed, Module):
    r"""A dict of parameters that are found by the module that holds it.

    Args:
        parameters: a mapping or pairs of name and tensor
    Example:
        weights = nn.ParameterDict({"scale": torch.ones(2), "shift": torch.zeros(2)})
        print(weights)
        weights["scale"].requires_grad
    """

    def __init__(self, parameters=None):
        super().__init__()
        if parameters is not None:
            self.update(parameters)

    def _kept(self):
        return self._parameters

    def __setitem__(self, key, value):
        setattr(self, str(key), _as_parameter(value))

    def extra_repr(self):
        return "\n".join(f"  ({key}): {_describe(value, torch.typename(value))}" for key, value in self.items())


def _as_parameter(value):
    return Parameter(value) if isinstance(value, torch.Tensor) and not isinstance(value, Parameter) else value


def _describe(value, type):
    kind = "Parameter" if isinstance(value, Parameter) else "Tensor"
    return f"{kind} containing: [{type} of size {'x'.join(map(str, value.shape))}]"
