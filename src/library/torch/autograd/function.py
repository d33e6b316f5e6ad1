"""Ops of one's own: a forward and the gradient that goes with it."""

import _autograd
import _torch
from _torch import TensorBase


class _Context:
    """What `forward` leaves for `backward`."""

    def __init__(self, needs_input_grad):
        self.needs_input_grad = needs_input_grad
        self._saved = ()
        self._non_differentiable = ()
        self._dirty = ()

    def save_for_backward(self, *tensors):
        self._saved = tensors
        self._versions = [tensor._version if isinstance(tensor, TensorBase) else 0 for tensor in tensors]

    @property
    def saved_tensors(self):
        for tensor, version in zip(self._saved, getattr(self, "_versions", ())):
            if isinstance(tensor, TensorBase) and tensor._version != version:
                raise RuntimeError(
                    "one of the variables needed for gradient computation has been modified by an inplace operation: "
                    f"[{tensor.type()} {list(tensor.shape)}] is at version {tensor._version}; expected version {version} "
                    "instead. Hint: enable anomaly detection to find the operation that failed to compute its gradient, "
                    "with torch.autograd.set_detect_anomaly(True, check_nan=False)."
                )
        return self._saved

    def mark_non_differentiable(self, *tensors):
        self._non_differentiable = tensors

    def mark_dirty(self, *tensors):
        self._dirty = tensors

    def set_materialize_grads(self, value):
        self.materialize_grads = value


class Function:
    """Base of ops of one's own: write `forward(ctx, ...)` and `backward(ctx, grad)`, call `apply`.

    Example:
        class Square(torch.autograd.Function):
            @staticmethod
            def forward(ctx, x):
                ctx.save_for_backward(x)
                return x**2

            @staticmethod
            def backward(ctx, grad):
                (x,) = ctx.saved_tensors
                return grad * 2 * x

        x = torch.tensor([1.0, 3.0], requires_grad=True)
        Square.apply(x).sum().backward()
        x.grad
    """

    @staticmethod
    def forward(*args, **kwargs):
        raise NotImplementedError("You must implement the forward function for custom autograd.Function.")

    @staticmethod
    def backward(ctx, *grads):
        raise NotImplementedError(
            "You must implement either the backward or vjp method for your custom autograd.Function to use it with "
            "backward mode AD."
        )

    @staticmethod
    def setup_context(ctx, inputs, output):
        raise NotImplementedError("setup_context is not implemented.")

    @classmethod
    def apply(cls, *args):
        ctx = _Context(tuple(isinstance(arg, TensorBase) and arg.requires_grad for arg in args))
        before = _autograd.set_grad_enabled(False)
        try:
            if cls.setup_context is Function.setup_context:
                output = cls.forward(ctx, *args)
            else:
                output = cls.forward(*args)
                cls.setup_context(ctx, args, output)
        finally:
            _autograd.set_grad_enabled(before)
        outputs = output if isinstance(output, tuple) else (output,)
        outputs = _autograd.attach(ctx, cls.backward, cls.__name__ + "Backward", args, outputs)
        return outputs if isinstance(output, tuple) else outputs[0]


def once_differentiable(backward):
    return backward
