"""Functions of functions: a module called with other weights, and derivatives of functions without `.grad`."""

import torch
from torch.autograd import functional as _functional

__all__ = ["functional_call", "grad", "grad_and_value", "jacrev", "jacfwd", "hessian"]


def functional_call(module, parameter_and_buffer_dicts, args=None, kwargs=None, *, tie_weights=True, strict=False):
    """What a module gives for these inputs with other parameters and buffers in the place of its own.

    Example:
        layer = nn.Linear(1, 1)
        torch.func.functional_call(layer, {"weight": torch.tensor([[2.0]]), "bias": torch.tensor([1.0])}, (torch.tensor([3.0]),))
    """
    given = parameter_and_buffer_dicts
    if not isinstance(given, dict):
        given = {name: tensor for one in given for name, tensor in one.items()}
    homes = [_home(module, name) for name in given]
    own = [home[last] for home, last in homes]
    args = () if args is None else args if isinstance(args, tuple) else (args,)
    try:
        for (home, last), tensor in zip(homes, given.values()):
            home[last] = tensor
        return module(*args, **(kwargs or {}))
    finally:
        for (home, last), tensor in zip(homes, own):
            home[last] = tensor


def _home(module, name):
    """The dict in which a module keeps the tensor of this name, and its name there."""
    path, _, last = name.rpartition(".")
    owner = module.get_submodule(path)
    for home in (owner._parameters, owner._buffers):
        if last in home:
            return home, last
    raise AttributeError(f"{type(owner).__name__} has no attribute `{last}`")


def _at(args, argnums):
    """The arguments with fresh leaves at the places that are asked for, and these leaves."""
    args = list(args)
    places = argnums if isinstance(argnums, tuple) else (argnums,)
    leaves = []
    for place in places:
        args[place] = args[place].view_as(args[place]) if args[place].requires_grad else args[place].detach().requires_grad_()
        leaves.append(args[place])
    return args, leaves


def grad_and_value(func, argnums=0, has_aux=False):
    """A function that gives the gradient of `func`, and its value.

    Example:
        torch.func.grad_and_value(lambda x: x**3)(torch.tensor(2.0))
    """

    def wrapped(*args, **kwargs):
        with torch.enable_grad():
            args, leaves = _at(args, argnums)
            result = func(*args, **kwargs)
            value, aux = result if has_aux else (result, None)
            if value.dim() != 0:
                raise RuntimeError("Expected f(*args) to return a scalar tensor, got tensor with "
                                   f"{value.dim()} dims. Maybe you wanted to use the vjp or jacrev APIs instead?")
            grads = torch.autograd.grad(value, leaves, create_graph=True, materialize_grads=True)
        if not any(isinstance(arg, torch.Tensor) and arg.grad_fn is not None for arg in args):
            grads, value = tuple(g.detach() for g in grads), value.detach()
        grads = tuple(grads) if isinstance(argnums, tuple) else grads[0]
        return (grads, (value, aux)) if has_aux else (grads, value)

    return wrapped


def grad(func, argnums=0, has_aux=False):
    """A function that gives the gradient of `func`.

    Example:
        torch.func.grad(torch.func.grad(lambda x: x**3))(torch.tensor(2.0))
    """

    def wrapped(*args, **kwargs):
        grads, value = grad_and_value(func, argnums, has_aux)(*args, **kwargs)
        return (grads, value[1]) if has_aux else grads

    return wrapped


def jacrev(func, argnums=0):
    """A function that gives the derivative of every output by every input.

    Example:
        torch.func.jacrev(torch.sin)(torch.tensor([0.0, 1.0]))
    """

    def wrapped(*args):
        def of_one(x):
            return func(*args[:argnums], x, *args[argnums + 1:])

        return _functional.jacobian(of_one, args[argnums], create_graph=args[argnums].requires_grad)

    return wrapped


jacfwd = jacrev


def hessian(func, argnums=0):
    """A function that gives the second derivatives of `func`.

    Example:
        torch.func.hessian(lambda x: (x**3).sum())(torch.tensor([1.0, 2.0]))
    """

    def wrapped(*args):
        def of_one(x):
            return func(*args[:argnums], x, *args[argnums + 1:])

        return _functional.hessian(of_one, args[argnums])

    return wrapped
