# What every case stands on: small inputs whose values are uneven and exact, and a line that says all of a result.
import torch
from torch import nn
import torch.nn.functional as F

nan, inf = float("nan"), float("inf")
made = 0
leaves = []


def _uneven(shape, dtype, scale, shift):
    """Values that repeat after 41 elements and differ between the inputs of one call."""
    global made
    made += 1
    count = 1
    for size in shape:
        count *= size
    values = [((k * 37 + 11 + 5 * made) % 41 - 20) * scale + shift for k in range(count)]
    return torch.tensor(values, dtype=dtype).reshape(shape).clone()


def _leaf(tensor):
    leaves.append(tensor.requires_grad_())
    return tensor


def f(*shape):
    return _leaf(_uneven(shape, torch.float32, 0.125, 0.03125))


def d(*shape):
    return _leaf(_uneven(shape, torch.float64, 0.125, 0.03125))


def p(*shape):
    """Between 0 and 1."""
    return _leaf(_uneven(shape, torch.float32, 0.0234375, 0.5))


def c(*shape):
    """A constant: no gradient is asked for."""
    return _uneven(shape, torch.float32, 0.125, 0.03125)


def i(*shape):
    return _uneven(shape, torch.int64, 1, 0)


def j(*shape, below=3):
    """Indices."""
    return _uneven(shape, torch.int64, 1, 20) % below


def b(*shape):
    return _uneven(shape, torch.int64, 1, 0) % 3 > 0


def u(*shape):
    return _uneven(shape, torch.uint8, 1, 20)


def i32(*shape):
    return _uneven(shape, torch.int32, 1, 0)


def special():
    return _leaf(torch.tensor([nan, inf, -inf, 0.0, -0.0, 1.0, -1.5]))


def ties():
    return _leaf(torch.tensor([[1.0, 3.0, 3.0], [2.0, 2.0, -1.0]]))


def spd(size):
    """Symmetric positive definite."""
    return _leaf((torch.eye(size) * size + torch.tensor([[1 / (1 + r + s) for s in range(size)] for r in range(size)])).detach())


def number(x, digits):
    return ("%." + str(digits) + "g") % x if isinstance(x, float) else str(x)


def show(value):
    if isinstance(value, torch.Tensor):
        digits = 10 if value.dtype == torch.float64 else 6
        text = str(value.dtype)[6:] + " " + str(list(value.shape))
        text += " " + " ".join(number(x, digits) for x in value.detach().reshape(-1).tolist())
        if value.grad_fn is not None:
            text += " " + value.grad_fn.name().split(":")[-1]
        return text
    if isinstance(value, (tuple, list)):
        return type(value).__name__ + "(" + "; ".join(show(part) for part in value) + ")"
    return repr(value)


def parts(value):
    if isinstance(value, torch.Tensor):
        return [value]
    if isinstance(value, (tuple, list)):
        return [tensor for part in value for tensor in parts(part)]
    return []


def gradients(value):
    """The gradients of all inputs, of the outputs' sum with uneven weights."""
    total = 0
    for tensor in parts(value):
        if tensor.requires_grad and not tensor.is_leaf:
            weights = torch.tensor([1 + (k * 7 % 5) / 4 for k in range(tensor.numel())], dtype=tensor.dtype)
            total = total + (tensor * weights.reshape(tensor.shape)).sum()
    if isinstance(total, int):
        return ""
    total.backward()
    return "".join(" | " + (show(leaf.grad) if leaf.grad is not None else "None") for leaf in leaves)


def case(call):
    global made, leaves
    made, leaves = 0, []
    torch.manual_seed(0)
    try:
        value = call()
        text = show(value)
    except Exception as error:
        print(type(error).__name__ + ": " + str(error).split("\n")[0])
        return
    try:
        print(text + gradients(value))
    except Exception as error:
        print(text + " | " + type(error).__name__ + ": " + str(error).split("\n")[0])
