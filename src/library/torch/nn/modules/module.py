"""What every layer, loss and network is: a Module."""

from _kindling import explained
from collections import OrderedDict

import torch
from torch.nn.parameter import Parameter, Buffer
from torch.utils.hooks import RemovableHandle
from . import _state
from ._hooks import add_hook, call_with_hooks
import _kindling


def _indent(text):
    """The text with every line but the first moved right by two."""
    return text.replace("\n", "\n  ")


class Module:
    """Base of all layers and networks: keeps parameters, buffers and submodules, and calls `forward`.

    Setting an attribute is how they are kept: a Parameter goes to `_parameters`, a Module to `_modules`, and every
    method below walks these.

    Example:
        class Scale(nn.Module):
            def __init__(self, size):
                super().__init__()
                self.factor = nn.Parameter(torch.ones(size))

            def forward(self, x):
                return x * self.factor

        layer = Scale(3)
        print(layer(torch.tensor([1.0, 2.0, 3.0])))
        [name for name, _ in layer.named_parameters()]
    """

    dump_patches = False
    call_super_init = False

    def __init__(self, *args, **kwargs):
        # `object.__setattr__`, because ours below needs what is made here.
        put = super().__setattr__
        put("training", True)
        put("_parameters", {})
        put("_buffers", {})
        put("_non_persistent_buffers_set", set())
        put("_modules", {})
        put("_forward_pre_hooks", OrderedDict())
        put("_forward_hooks", OrderedDict())
        put("_full_backward_pre_hooks", OrderedDict())
        put("_full_backward_hooks", OrderedDict())
        put("_state_dict_hooks", OrderedDict())
        put("_load_state_dict_hooks", OrderedDict())

    def forward(self, *input):
        raise explained(
            NotImplementedError(f'Module [{type(self).__name__}] is missing the required "forward" function'),
            "Calling a module runs its forward(). Write `def forward(self, x):` in the class, with its name spelled "
            "so and indented as a method.",
        )

    def __call__(self, *args, **kwargs):
        hooked = _kindling.enter_module(self)
        try:
            if hooked:
                return call_with_hooks(self, args, kwargs)
            return self.forward(*args, **kwargs)
        finally:
            _kindling.leave_module(self)

    # Attributes

    def __getattr__(self, name):
        kept = _kindling.keeper(self, name)
        if kept is not None:
            return kept[name]
        raise explained(
            AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'"),
            "Layers and values of a module are found once __init__ has set them: look for another spelling, or for a "
            "`self.` that is missing there.",
        )

    def __setattr__(self, name, value):
        kept = self.__dict__
        if isinstance(value, Parameter):
            self._forget(name)
            self.register_parameter(name, value)
        elif isinstance(value, Module):
            if "_modules" not in kept:
                raise explained(
                    AttributeError("cannot assign module before Module.__init__() call"),
                    "Module.__init__ makes the place where layers are kept. Begin the __init__ of the class with "
                    "`super().__init__()`.",
                )
            self._forget(name, but="_modules")
            kept["_modules"][name] = value
        elif isinstance(value, Buffer):
            self._forget(name)
            self.register_buffer(name, value, value.persistent)
        elif name in kept.get("_parameters", ()):
            if value is not None:
                raise TypeError(
                    f"cannot assign '{torch.typename(value)}' as parameter '{name}' (torch.nn.Parameter or None expected)"
                )
            kept["_parameters"][name] = None
        elif name in kept.get("_modules", ()):
            if value is not None:
                raise TypeError(
                    f"cannot assign '{torch.typename(value)}' as child module '{name}' (torch.nn.Module or None expected)"
                )
            kept["_modules"][name] = None
        elif name in kept.get("_buffers", ()):
            if value is not None and not isinstance(value, torch.Tensor):
                raise TypeError(
                    f"cannot assign '{torch.typename(value)}' as buffer '{name}' "
                    "(torch.nn.Buffer, torch.Tensor or None expected)"
                )
            kept["_buffers"][name] = value
        else:
            super().__setattr__(name, value)

    def __delattr__(self, name):
        for kept in (self._parameters, self._buffers, self._modules):
            if name in kept:
                del kept[name]
                self._non_persistent_buffers_set.discard(name)
                return
        super().__delattr__(name)

    def _forget(self, name, but=None):
        """Makes room for another kind of value under this name."""
        kept = self.__dict__
        if name in kept:
            del kept[name]
        for kind in ("_parameters", "_buffers", "_modules"):
            if kind != but and kind in kept and name in kept[kind]:
                del kept[kind][name]

    def __dir__(self):
        names = dir(type(self)) + list(self.__dict__) + list(self._parameters) + list(self._modules)
        return sorted(name for name in names + list(self._buffers) if not name[0].isdigit())

    # Registration

    def _check_name(self, kind, name):
        if not isinstance(name, str):
            raise TypeError(f"{kind} name should be a string. Got {torch.typename(name)}")
        if "." in name:
            raise KeyError(f'{kind} name can\'t contain "."' + (f", got: {name}" if kind == "module" else ""))
        if name == "":
            raise KeyError(f'{kind} name can\'t be empty string ""')
        kept = {"parameter": self._parameters, "buffer": self._buffers, "module": self._modules}[kind]
        if name not in kept and hasattr(self, name):
            raise explained(
                KeyError(f"attribute '{name}' already exists"),
                "A name can mean one thing in a module. Choose another one, or assign to the attribute to replace it.",
            )

    def register_parameter(self, name, param):
        if "_parameters" not in self.__dict__:
            raise explained(
                AttributeError("cannot assign parameter before Module.__init__() call"),
                "Module.__init__ makes the place where parameters are kept. Begin the __init__ of the class with "
                "`super().__init__()`.",
            )
        self._check_name("parameter", name)
        if param is not None and not isinstance(param, Parameter):
            raise TypeError(
                f"cannot assign '{torch.typename(param)}' object to parameter '{name}' "
                "(torch.nn.Parameter or None required)"
            )
        if param is not None and param.grad_fn is not None:
            raise ValueError(
                f"Cannot assign non-leaf Tensor to parameter '{name}'. Model parameters must be created explicitly. "
                f"To express '{name}' as a function of another Tensor, compute the value in the forward() method."
            )
        self._parameters[name] = param

    def register_buffer(self, name, tensor, persistent=True):
        if "_buffers" not in self.__dict__:
            raise explained(
                AttributeError("cannot assign buffer before Module.__init__() call"),
                "Module.__init__ makes the place where buffers are kept. Begin the __init__ of the class with "
                "`super().__init__()`.",
            )
        self._check_name("buffer", name)
        if tensor is not None and not isinstance(tensor, torch.Tensor):
            raise TypeError(
                f"cannot assign '{torch.typename(tensor)}' object to buffer '{name}' (torch Tensor or None required)"
            )
        self._buffers[name] = tensor
        if persistent:
            self._non_persistent_buffers_set.discard(name)
        else:
            self._non_persistent_buffers_set.add(name)

    def add_module(self, name, module):
        if module is not None and not isinstance(module, Module):
            raise explained(
                TypeError(f"{torch.typename(module)} is not a Module subclass"),
                "Only layers can be added as children: make the layer with its parentheses, nn.ReLU() and not "
                "nn.ReLU or torch.relu.",
            )
        self._check_name("module", name)
        self._modules[name] = module

    def register_module(self, name, module):
        self.add_module(name, module)

    # Walking the tree

    def named_modules(self, memo=None, prefix="", remove_duplicate=True):
        """Pairs of path and module, this one first; a module that occurs twice is given once."""
        seen = set() if memo is None else memo
        if self in seen:
            return
        if remove_duplicate:
            seen.add(self)
        yield prefix, self
        for name, module in self._modules.items():
            if module is not None:
                yield from module.named_modules(seen, prefix + ("." if prefix else "") + name, remove_duplicate)

    def _named_members(self, kept, prefix, recurse, remove_duplicate):
        seen = set()
        modules = self.named_modules(prefix=prefix, remove_duplicate=remove_duplicate) if recurse else [(prefix, self)]
        for path, module in modules:
            for name, value in getattr(module, kept).items():
                if value is None or value in seen:
                    continue
                if remove_duplicate:
                    seen.add(value)
                yield path + ("." if path else "") + name, value

    def named_parameters(self, prefix="", recurse=True, remove_duplicate=True):
        yield from self._named_members("_parameters", prefix, recurse, remove_duplicate)

    def parameters(self, recurse=True):
        for _, param in self.named_parameters(recurse=recurse):
            yield param

    def named_buffers(self, prefix="", recurse=True, remove_duplicate=True):
        yield from self._named_members("_buffers", prefix, recurse, remove_duplicate)

    def buffers(self, recurse=True):
        for _, buffer in self.named_buffers(recurse=recurse):
            yield buffer

    def named_children(self):
        seen = set()
        for name, module in self._modules.items():
            if module is not None and module not in seen:
                seen.add(module)
                yield name, module

    def children(self):
        for _, module in self.named_children():
            yield module

    def modules(self, remove_duplicate=True):
        for _, module in self.named_modules(remove_duplicate=remove_duplicate):
            yield module

    def get_submodule(self, target):
        module = self
        for name in target.split(".") if target else ():
            if not hasattr(module, name):
                raise AttributeError(f"{type(module).__name__} has no attribute `{name}`")
            module = getattr(module, name)
            if not isinstance(module, Module):
                raise AttributeError(f"`{name}` is not an nn.Module")
        return module

    def _get_member(self, target, kind, belongs):
        path, _, name = target.rpartition(".")
        module = self.get_submodule(path)
        if not hasattr(module, name):
            raise AttributeError(f"{type(module).__name__} has no attribute `{name}`")
        value = getattr(module, name)
        if not belongs(module, name, value):
            raise AttributeError(f"`{name}` is not {kind}")
        return value

    def get_parameter(self, target):
        return self._get_member(target, "an nn.Parameter", lambda module, name, value: isinstance(value, Parameter))

    def get_buffer(self, target):
        return self._get_member(target, "a buffer", lambda module, name, value: name in module._buffers)

    # Changing all of it

    def apply(self, fn):
        for module in self.children():
            module.apply(fn)
        fn(self)
        return self

    def _apply(self, fn, recurse=True):
        """Replaces every parameter's and buffer's data by fn of it. The parameters stay the same objects."""
        for module in self.children() if recurse else ():
            module._apply(fn)
        for param in self._parameters.values():
            if param is not None:
                param.data = fn(param.data)
                if param.grad is not None:
                    param.grad = fn(param.grad.data)
        for name, buffer in self._buffers.items():
            if buffer is not None:
                self._buffers[name] = fn(buffer)
        return self

    def to(self, *args, **kwargs):
        device, dtype = _state.parse_to(*args, **kwargs)
        return self._apply(lambda t: t.to(device, dtype if t.is_floating_point() else None))

    def type(self, dst_type):
        return self._apply(lambda t: t.type(dst_type))

    def float(self):
        return self._apply(lambda t: t.float() if t.is_floating_point() else t)

    def double(self):
        return self._apply(lambda t: t.double() if t.is_floating_point() else t)

    def half(self):
        return self._apply(lambda t: t.half() if t.is_floating_point() else t)

    def bfloat16(self):
        return self._apply(lambda t: t.bfloat16() if t.is_floating_point() else t)

    def cpu(self):
        return self._apply(lambda t: t.cpu())

    def cuda(self, device=None):
        return self._apply(lambda t: t.cuda(device))

    def train(self, mode=True):
        if not isinstance(mode, bool):
            raise ValueError("training mode is expected to be boolean")
        self.training = mode
        for module in self.children():
            module.train(mode)
        return self

    def eval(self):
        return self.train(False)

    def requires_grad_(self, requires_grad=True):
        for param in self.parameters():
            param.requires_grad_(requires_grad)
        return self

    def zero_grad(self, set_to_none=True):
        for param in self.parameters():
            if param.grad is not None:
                if set_to_none:
                    param.grad = None
                else:
                    param.grad = torch.zeros_like(param.grad)

    def share_memory(self):
        return self

    def compile(self, *args, **kwargs):
        """Nothing to compile here: the module runs as it is."""

    # Saving and loading: see _state.py

    def state_dict(self, *args, destination=None, prefix="", keep_vars=False):
        return _state.collect(self, destination, prefix, keep_vars)

    def _save_to_state_dict(self, destination, prefix, keep_vars):
        _state.collect_own(self, destination, prefix, keep_vars)

    def load_state_dict(self, state_dict, strict=True, assign=False):
        return _state.load(self, state_dict, strict, assign)

    def _load_from_state_dict(
        self, state_dict, prefix, local_metadata, strict, missing_keys, unexpected_keys, error_msgs
    ):
        _state.load_own(self, state_dict, prefix, local_metadata, strict, missing_keys, unexpected_keys, error_msgs)

    def get_extra_state(self):
        raise RuntimeError("Reached a code path in Module.get_extra_state() that should never be called.")

    def set_extra_state(self, state):
        raise RuntimeError("Reached a code path in Module.set_extra_state() that should never be called.")

    # Hooks: see _hooks.py

    def register_forward_pre_hook(self, hook, *, prepend=False, with_kwargs=False):
        return add_hook(self._forward_pre_hooks, hook, prepend, with_kwargs)

    def register_forward_hook(self, hook, *, prepend=False, with_kwargs=False, always_call=False):
        return add_hook(self._forward_hooks, hook, prepend, with_kwargs)

    def register_full_backward_pre_hook(self, hook, prepend=False):
        return add_hook(self._full_backward_pre_hooks, hook, prepend)

    def register_full_backward_hook(self, hook, prepend=False):
        return add_hook(self._full_backward_hooks, hook, prepend)

    def register_backward_hook(self, hook):
        return add_hook(self._full_backward_hooks, hook, False)

    def register_state_dict_post_hook(self, hook):
        return add_hook(self._state_dict_hooks, hook, False)

    def register_load_state_dict_post_hook(self, hook):
        return add_hook(self._load_state_dict_hooks, hook, False)

    # Printing

    def extra_repr(self):
        """What stands between the parentheses when the module is printed."""
        return ""

    def _get_name(self):
        return type(self).__name__

    def __repr__(self):
        extra = self.extra_repr()
        extra_lines = extra.split("\n") if extra else []
        child_lines = [f"({name}): {_indent(repr(module))}" for name, module in self._modules.items()]
        lines = extra_lines + child_lines
        if not lines:
            return self._get_name() + "()"
        if len(extra_lines) == 1 and not child_lines:
            return f"{self._get_name()}({extra})"
        return self._get_name() + "(\n  " + "\n  ".join(lines) + "\n)"
