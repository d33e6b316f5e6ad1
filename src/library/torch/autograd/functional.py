"""Derivatives of functions."""

import torch


def _inputs(inputs, create_graph=False):
    """The inputs as leaves of their own (with a graph: as views of them), and whether they came as a tuple."""
    several = isinstance(inputs, tuple)
    given = inputs if several else (inputs,)
    if create_graph:
        return tuple(x.view_as(x) if x.requires_grad else x.detach().requires_grad_() for x in given), several
    return tuple(x.detach().requires_grad_() for x in given), several


def vjp(func, inputs, v=None, create_graph=False, strict=False):
    """func's value, and v times its Jacobian.

    Example:
        torch.autograd.functional.vjp(lambda x: x**2, torch.tensor([1.0, 2.0]), torch.tensor([1.0, 1.0]))
    """
    xs, several = _inputs(inputs, create_graph)
    with torch.enable_grad():
        y = func(*xs)
        if v is None and y.numel() != 1:
            raise RuntimeError("The vector v can only be None if the user-provided function returns a single Tensor "
                               "with a single element.")
        grads = torch.autograd.grad(y, xs, v, create_graph=create_graph, materialize_grads=True)
    y = y if create_graph else y.detach()
    return y, grads if several else grads[0]


def jvp(func, inputs, v=None, create_graph=False, strict=False):
    """func's value, and its Jacobian times v: two backward passes.

    Example:
        torch.autograd.functional.jvp(lambda x: x**2, torch.tensor([1.0, 2.0]), torch.tensor([1.0, 1.0]))
    """
    xs, several = _inputs(inputs, create_graph)
    vs = v if isinstance(v, tuple) else (v,) if v is not None else tuple(torch.ones_like(x) for x in xs)
    with torch.enable_grad():
        y = func(*xs)
        u = torch.zeros_like(y, requires_grad=True)
        grads = torch.autograd.grad(y, xs, u, create_graph=True, materialize_grads=True)
        total = sum((g * w).sum() for g, w in zip(grads, vs))
        (result,) = torch.autograd.grad(total, [u], create_graph=create_graph, materialize_grads=True)
    return y if create_graph else y.detach(), result


def jacobian(func, inputs, create_graph=False, strict=False, vectorize=False, strategy="reverse-mode"):
    """The derivative of every output by every input: output's shape, then input's shape.

    Example:
        torch.autograd.functional.jacobian(lambda x: x**2, torch.tensor([1.0, 2.0]))
    """
    xs, several = _inputs(inputs, create_graph)
    with torch.enable_grad():
        outputs = func(*xs)
        many = isinstance(outputs, tuple)
        result = []
        for y in outputs if many else (outputs,):
            rows = [[] for _ in xs]
            for element in y.reshape(-1):
                grads = torch.autograd.grad(element, xs, retain_graph=True, create_graph=create_graph,
                                            materialize_grads=True)
                for row, g in zip(rows, grads):
                    row.append(g)
            blocks = tuple(torch.stack(row).reshape(y.shape + x.shape) for row, x in zip(rows, xs))
            result.append(blocks if several else blocks[0])
    return tuple(result) if many else result[0]


def hessian(func, inputs, create_graph=False, strict=False, vectorize=False, outer_jacobian_strategy="reverse-mode"):
    """The second derivatives of a function with one number as its value.

    Example:
        torch.autograd.functional.hessian(lambda x: (x**3).sum(), torch.tensor([1.0, 2.0]))
    """

    def gradient(*xs):
        y = func(*xs)
        grads = torch.autograd.grad(y, xs, create_graph=True, materialize_grads=True)
        return grads if isinstance(inputs, tuple) else grads[0]

    if not isinstance(inputs, tuple):
        (x,), _ = _inputs(inputs, create_graph)
        with torch.enable_grad():
            return _rows(gradient(x), x, create_graph)
    return jacobian(lambda *xs: gradient(*[x.requires_grad_() for x in xs]), inputs, create_graph)


def vhp(func, inputs, v=None, create_graph=False, strict=False):
    """func's value, and v times the matrix of its second derivatives.

    Example:
        torch.autograd.functional.vhp(lambda x: (x**3).sum(), torch.tensor([1.0, 2.0]), torch.tensor([1.0, 0.0]))
    """
    xs, several = _inputs(inputs, create_graph)
    vs = v if isinstance(v, tuple) else (v,) if v is not None else tuple(torch.ones_like(x) for x in xs)
    with torch.enable_grad():
        y = func(*xs)
        slopes = torch.autograd.grad(y, xs, create_graph=True, materialize_grads=True)
        result = torch.autograd.grad(slopes, xs, vs, create_graph=create_graph, allow_unused=True, materialize_grads=True)
    return y if create_graph else y.detach(), result if several else result[0]


def hvp(func, inputs, v=None, create_graph=False, strict=False):
    """func's value, and the matrix of its second derivatives times v: the same as vhp, for the matrix is symmetric.

    Example:
        torch.autograd.functional.hvp(lambda x: (x**3).sum(), torch.tensor([1.0, 2.0]), torch.tensor([0.0, 1.0]))
    """
    return vhp(func, inputs, v, create_graph, strict)


def _rows(g, x, create_graph):
    rows = [
        torch.autograd.grad(element, x, retain_graph=True, create_graph=create_graph, materialize_grads=True)[0]
        for element in g.reshape(-1)
    ]
    return torch.stack(rows).reshape(g.shape + x.shape)
