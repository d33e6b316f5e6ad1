"""Gradients against finite differences."""

import torch


class GradcheckError(RuntimeError):
    pass


def gradcheck(func, inputs, *, eps=1e-6, atol=1e-5, rtol=1e-3, raise_exception=True, nondet_tol=0.0, **options):
    """Whether the gradients of func agree with what its values do when an input changes by eps.

    Example:
        x = torch.tensor([0.5, -1.0], dtype=torch.float64, requires_grad=True)
        torch.autograd.gradcheck(torch.tanh, (x,))
    """
    inputs = inputs if isinstance(inputs, tuple) else (inputs,)
    outputs = func(*inputs)
    outputs = outputs if isinstance(outputs, tuple) else (outputs,)
    watched = [x for x in inputs if isinstance(x, torch.Tensor) and x.requires_grad]
    if not watched:
        raise ValueError(
            "gradcheck expects at least one input tensor to require gradient, but none of the them have "
            "requires_grad=True."
        )
    for number, output in enumerate(outputs):
        for place, x in enumerate(watched):
            numerical = _numerical(func, inputs, x, number, eps)
            analytical = _analytical(output, x)
            if not torch.allclose(analytical, numerical, rtol, atol):
                if not raise_exception:
                    return False
                raise GradcheckError(
                    f"Jacobian mismatch for output {number} with respect to input {place},\n"
                    f"numerical:{numerical}\nanalytical:{analytical}\n"
                )
    return True


def _numerical(func, inputs, x, number, eps):
    flat = x.data.view(-1)
    rows = []
    for i in range(flat.numel()):
        before = flat[i].item()
        values = []
        for change in (eps, -eps):
            flat[i] = before + change
            y = func(*inputs)  # with its graph: the function may itself ask for gradients
            values.append((y[number] if isinstance(y, tuple) else y).detach().clone().reshape(-1))
        flat[i] = before
        rows.append((values[0] - values[1]) / (2 * eps))
    return torch.stack(rows)


def _analytical(output, x):
    if not output.requires_grad:  # the gradient of what is linear is a constant
        return x.new_zeros(x.numel(), output.numel())
    columns = []
    for element in output.reshape(-1):
        (g,) = torch.autograd.grad(element, [x], retain_graph=True, materialize_grads=True)
        columns.append(g.reshape(-1))
    return torch.stack(columns, 1)


def gradgradcheck(func, inputs, grad_outputs=None, **options):
    """gradcheck of the gradient itself.

    Example:
        x = torch.tensor([0.5, -1.0], dtype=torch.float64, requires_grad=True)
        torch.autograd.gradgradcheck(torch.tanh, (x,))
    """
    inputs = inputs if isinstance(inputs, tuple) else (inputs,)

    def gradient(*xs):
        y = func(*xs)
        y = y[0] if isinstance(y, tuple) else y
        watched = [x for x in xs if isinstance(x, torch.Tensor) and x.requires_grad]
        weights = torch.linspace(0.5, 1.5, y.numel(), dtype=y.dtype).reshape(y.shape)
        return torch.autograd.grad((y * weights).sum(), watched, create_graph=True, materialize_grads=True)

    return gradcheck(gradient, inputs, **options)
