"""Functions that a learner hangs onto a module: run before and after `forward`, and when gradients pass through."""

import torch
from torch.utils.hooks import RemovableHandle


def add_hook(hooks, hook, prepend, with_kwargs=False):
    handle = RemovableHandle(hooks)
    hooks[handle.id] = (hook, with_kwargs)
    if prepend:
        hooks.move_to_end(handle.id, last=False)
    return handle


def call_with_hooks(module, args, kwargs):
    """What `module(*args, **kwargs)` does when hooks are there."""
    for hook, with_kwargs in list(module._forward_pre_hooks.values()):
        if with_kwargs:
            changed = hook(module, args, kwargs)
            if changed is not None:
                if not (isinstance(changed, tuple) and len(changed) == 2):
                    raise RuntimeError(
                        f"forward pre-hook must return None or a tuple of (new_args, new_kwargs), but got {changed}."
                    )
                args, kwargs = changed
        else:
            changed = hook(module, args)
            if changed is not None:
                args = changed if isinstance(changed, tuple) else (changed,)

    backward = _BackwardHooks(module) if module._full_backward_hooks or module._full_backward_pre_hooks else None
    if backward:
        args = backward.watch_inputs(args)
    result = module.forward(*args, **kwargs)

    for hook, with_kwargs in list(module._forward_hooks.values()):
        changed = hook(module, args, kwargs, result) if with_kwargs else hook(module, args, result)
        if changed is not None:
            result = changed
    return backward.watch_outputs(result) if backward else result


class _Gate(torch.autograd.Function):
    """Changes nothing; `backward` shows the gradients that pass to a function, which may replace them."""

    @staticmethod
    def forward(ctx, passes, *tensors):
        ctx.passes = passes
        return tuple(t.view_as(t) for t in tensors)

    @staticmethod
    def backward(ctx, *grads):
        return (None,) + tuple(ctx.passes(grads))


_Gate.__name__ = "BackwardHookFunction"


class _BackwardHooks:
    """One call of one module: a gate before it and one behind it."""

    def __init__(self, module):
        self.module = module
        self.grad_output = None

    def watch_inputs(self, args):
        self.places = [i for i, arg in enumerate(args) if isinstance(arg, torch.Tensor) and arg.requires_grad]
        self.inputs = len(args)
        if not self.places:
            return args
        passed = _Gate.apply(self.gradients_leave, *[args[i] for i in self.places])
        args = list(args)
        for i, tensor in zip(self.places, passed):
            args[i] = tensor
        return tuple(args)

    def watch_outputs(self, result):
        if isinstance(result, torch.Tensor):
            return _Gate.apply(self.gradients_arrive, result)[0]
        if isinstance(result, (tuple, list)):
            tensors = [r for r in result if isinstance(r, torch.Tensor) and r.requires_grad]
            passed = iter(_Gate.apply(self.gradients_arrive, *tensors))
            return type(result)(
                next(passed) if isinstance(r, torch.Tensor) and r.requires_grad else r for r in result
            )
        return result

    def gradients_arrive(self, grads):
        """At the module's output, on the way back."""
        for hook, _ in list(self.module._full_backward_pre_hooks.values()):
            changed = hook(self.module, grads)
            if changed is not None:
                grads = changed if isinstance(changed, tuple) else (changed,)
        self.grad_output = grads
        if not self.places:
            self.call_hooks((None,) * self.inputs)
        return grads

    def gradients_leave(self, grads):
        """At the module's inputs."""
        grad_input = [None] * self.inputs
        for i, grad in zip(self.places, grads):
            grad_input[i] = grad
        grad_input = self.call_hooks(tuple(grad_input))
        return [grad_input[i] for i in self.places]

    def call_hooks(self, grad_input):
        for hook, _ in list(self.module._full_backward_hooks.values()):
            changed = hook(self.module, grad_input, self.grad_output)
            if changed is not None:
                grad_input = changed if isinstance(changed, tuple) else (changed,)
        return grad_input
