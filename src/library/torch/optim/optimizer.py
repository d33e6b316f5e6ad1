"""What all optimizers share: parameter groups, state, zero_grad and step."""

from _kindling import explained
from collections import OrderedDict, defaultdict

import torch
import _optim
from torch.utils.hooks import RemovableHandle


class _Required:
    def __repr__(self):
        return "<required parameter>"


required = _Required()


class Optimizer:
    """Base of all optimizers.

    Args:
        params: the tensors to optimize, or dicts of them with options of their own
        defaults: the options of a group that does not say otherwise
    Example:
        w = torch.tensor([1.0], requires_grad=True)
        optimizer = torch.optim.SGD([w], lr=0.1)
        print(optimizer)
        isinstance(optimizer, torch.optim.Optimizer)
    """

    # The engine's kernel that does what `update` does in one go, for one parameter (`_optim.step`) or for all of them
    # (`_optim.step_all`, once each has its state), when nobody is looking inside.
    rule = None

    def __init__(self, params, defaults):
        self.defaults = defaults
        self.state = defaultdict(dict)
        self.param_groups = []
        self._step_pre_hooks = OrderedDict()
        self._step_post_hooks = OrderedDict()
        if isinstance(params, torch.Tensor):
            raise TypeError(
                "params argument given to the optimizer should be an iterable of Tensors or dicts, "
                f"but got {torch.typename(params)}"
            )
        groups = list(params)
        if not groups:
            raise explained(
                ValueError("optimizer got an empty parameter list"),
                "There is nothing to learn: the model has no parameters. Layers in a plain list are not found; keep "
                "them in nn.ModuleList, or as attributes.",
            )
        if not isinstance(groups[0], dict):
            groups = [{"params": groups}]
        for group in groups:
            self.add_param_group(group)

    def add_param_group(self, param_group):
        if not isinstance(param_group, dict):
            raise TypeError(f"param_group must be a dict, but got {type(param_group)}")
        params = param_group["params"]
        group = dict(param_group)
        group["params"] = [params] if isinstance(params, torch.Tensor) else list(params)
        if group["params"] and isinstance(group["params"][0], tuple):
            group["param_names"] = [name for name, _ in group["params"]]
            group["params"] = [param for _, param in group["params"]]
        taken = {id(param) for other in self.param_groups for param in other["params"]}
        for param in group["params"]:
            if not isinstance(param, torch.Tensor):
                raise explained(
                    TypeError(f"optimizer can only optimize Tensors, but one of the params is {torch.typename(param)}"),
                    "Pass model.parameters(), or a list of tensors that require a gradient.",
                )
            if not (param.is_leaf or param.retains_grad):
                raise explained(
                    ValueError("can't optimize a non-leaf Tensor"),
                    "This tensor was computed from others, so a step would change a result and not what it comes "
                    "from. Make it a leaf: x.detach().requires_grad_().",
                )
            if id(param) in taken:
                raise explained(
                    ValueError("some parameters appear in more than one parameter group"),
                    "A parameter would be moved twice in each step. Name it in one group only.",
                )
        for name, default in self.defaults.items():
            if default is required and name not in group:
                raise ValueError(f"parameter group didn't specify a value of required optimization parameter {name}")
            group.setdefault(name, default)
        self.param_groups.append(group)

    def zero_grad(self, set_to_none=True):
        """Forgets the gradients, so that the next backward() starts from none instead of adding to them."""
        if set_to_none and _optim.forget_gradients(self.param_groups):
            return
        for group in self.param_groups:
            for param in group["params"]:
                if param.grad is not None:
                    if set_to_none:
                        param.grad = None
                    else:
                        param.grad = torch.zeros_like(param.grad)

    def step(self, closure=None):
        """Updates every parameter that has a gradient."""
        for hook in list(self._step_pre_hooks.values()):
            hook(self, (closure,), {})
        loss = None
        if closure is not None:
            with torch.enable_grad():
                loss = closure()
        if not _optim.step_all(self.rule, self.param_groups, self.state):
            self._step_each()
        self._step_called = True
        for hook in list(self._step_post_hooks.values()):
            hook(self, (closure,), {})
        return loss

    @torch.no_grad()
    def _step_each(self):
        for group in self.param_groups:
            for param in group["params"]:
                if param.grad is not None:
                    state = self.state.get(param, {})
                    if not _optim.step(self.rule, param, param.grad, state, group):
                        self.update(param, -param.grad if group.get("maximize") else param.grad, state, group)
                    if state:
                        self.state[param] = state

    def update(self, param, grad, state, group):
        """What one step does to one parameter."""
        raise NotImplementedError

    def register_step_pre_hook(self, hook):
        handle = RemovableHandle(self._step_pre_hooks)
        self._step_pre_hooks[handle.id] = hook
        return handle

    def register_step_post_hook(self, hook):
        handle = RemovableHandle(self._step_post_hooks)
        self._step_post_hooks[handle.id] = hook
        return handle

    def state_dict(self):
        """The state with parameters numbered in the order of the groups, to be saved."""
        number = {}
        packed_groups = []
        for group in self.param_groups:
            packed = {name: value for name, value in group.items() if name != "params"}
            for param in group["params"]:
                number[param] = len(number)
            packed["params"] = [number[param] for param in group["params"]]
            packed_groups.append(packed)
        state = {number.get(param, param): values for param, values in self.state.items()}
        return {"state": state, "param_groups": packed_groups}

    def load_state_dict(self, state_dict):
        saved_groups = state_dict["param_groups"]
        if len(self.param_groups) != len(saved_groups):
            raise explained(
                ValueError("loaded state dict has a different number of parameter groups"),
                "The saved state belongs to an optimizer with other groups. Build this one as that one was built "
                "before loading.",
            )
        if any(len(mine["params"]) != len(saved["params"]) for mine, saved in zip(self.param_groups, saved_groups)):
            raise ValueError("loaded state dict contains a parameter group that doesn't match the size of "
                             "optimizer's group")
        by_number = {}
        for mine, saved in zip(self.param_groups, saved_groups):
            by_number.update(zip(saved["params"], mine["params"]))
            params = mine["params"]
            mine.clear()
            mine.update(saved)
            mine["params"] = params
        self.state = defaultdict(dict)
        for number, values in state_dict["state"].items():
            self.state[by_number.get(number, number)] = {
                name: value.clone() if isinstance(value, torch.Tensor) else value for name, value in values.items()
            }

    def __repr__(self):
        text = type(self).__name__ + " ("
        for i, group in enumerate(self.param_groups):
            text += f"\nParameter Group {i}\n"
            for name in sorted(group):
                if name != "params":
                    text += f"    {name}: {group[name]}\n"
        return text + ")"


def check_not_negative(what, value):
    """Raises the ValueError that every optimizer raises for an option below zero."""
    if not 0.0 <= value:
        raise explained(
            ValueError(f"Invalid {what}: {value}"),
            "Rates and decays are sizes: 0 or above.",
        )


def check_betas(betas):
    for i, beta in enumerate(betas):
        if not 0.0 <= beta < 1.0:
            raise explained(
                ValueError(f"Invalid beta parameter at index {i}: {beta}"),
                "A beta is the share of an average that is kept at each step: at least 0, below 1.",
            )
