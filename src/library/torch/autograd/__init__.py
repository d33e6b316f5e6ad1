"""Gradients: backward, grad, and Functions of one's own."""

import _autograd
from .function import Function
from .grad_mode import enable_grad, inference_mode, no_grad, set_grad_enabled
from . import anomaly_mode, functional, graph
from .anomaly_mode import detect_anomaly, set_detect_anomaly
from .gradcheck import gradcheck, gradgradcheck
from .variable import Variable


def _sequence(tensors):
    return list(tensors) if isinstance(tensors, (tuple, list)) else [tensors]


def backward(tensors, grad_tensors=None, retain_graph=None, create_graph=False, grad_variables=None, inputs=None):
    """Computes the sum of the gradients of `tensors` and adds it to the `.grad` of every leaf.

    Example:
        x = torch.tensor([1.0, 2.0], requires_grad=True)
        torch.autograd.backward((x**2).sum())
        x.grad
    """
    tensors = _sequence(tensors)
    grads = [None] * len(tensors) if grad_tensors is None else _sequence(grad_tensors)
    inputs = None if inputs is None else _sequence(inputs)
    return _autograd.backward(tensors, grads, retain_graph, create_graph, inputs)


def grad(outputs, inputs, grad_outputs=None, retain_graph=None, create_graph=False, only_inputs=True,
         allow_unused=None, is_grads_batched=False, materialize_grads=False):
    """The gradients of `outputs` with respect to `inputs`, as a tuple. No `.grad` is touched.

    Example:
        x = torch.tensor(2.0, requires_grad=True)
        (first,) = torch.autograd.grad(x**3, x, create_graph=True)
        (second,) = torch.autograd.grad(first, x)
        print(first, second)
        x.grad  # grad gives back; it adds nothing to .grad
    """
    outputs, inputs = _sequence(outputs), _sequence(inputs)
    grads = [None] * len(outputs) if grad_outputs is None else _sequence(grad_outputs)
    found = _autograd.grad(outputs, inputs, grads, retain_graph, create_graph, bool(allow_unused) or materialize_grads)
    if materialize_grads:
        found = tuple(input.new_zeros(input.shape) if g is None else g for input, g in zip(inputs, found))
    return found
