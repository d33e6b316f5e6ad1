"""Whether ops leave a graph behind: as a `with` block, or as a decorator of a function."""

import functools

import _autograd
from _autograd import is_grad_enabled


class _Mode:
    """Sets a mode on entry and puts the former one back on exit."""

    mode = False

    def __enter__(self):
        self.before = _autograd.set_grad_enabled(self.mode)

    def __exit__(self, type, value, traceback):
        _autograd.set_grad_enabled(self.before)

    def __call__(self, function):
        @functools.wraps(function)
        def within(*args, **kwargs):
            with self._another():
                return function(*args, **kwargs)

        return within

    def _another(self):
        return type(self)()


class no_grad(_Mode):
    """Inside of it, ops leave no graph: for looking, testing and updating weights.

    Example:
        x = torch.tensor([1.0], requires_grad=True)
        with torch.no_grad():
            y = x * 2
        y.requires_grad
    """

    def __new__(cls, function=None):
        mode = super().__new__(cls)
        return mode if function is None else mode(function)


class enable_grad(_Mode):
    """Inside of it, ops leave a graph again.

    Example:
        x = torch.tensor([1.0], requires_grad=True)
        with torch.no_grad():
            with torch.enable_grad():
                y = x * 2
        y.requires_grad
    """

    mode = True

    def __new__(cls, function=None):
        mode = super().__new__(cls)
        return mode if function is None else mode(function)


class inference_mode(_Mode):
    """As no_grad; the tensors made inside are not meant for training at all.

    Example:
        x = torch.tensor([1.0], requires_grad=True)
        with torch.inference_mode():
            y = x * 2
        y.requires_grad
    """

    def __init__(self, mode=True):
        self.mode = not mode

    def _another(self):
        return inference_mode(not self.mode)


class set_grad_enabled(_Mode):
    """Switches at once; as a `with` block, back again at its end.

    Example:
        x = torch.tensor([1.0], requires_grad=True)
        with torch.set_grad_enabled(False):
            y = x * 2
        y.requires_grad
    """

    def __init__(self, mode):
        self.mode = mode
        self.before = _autograd.set_grad_enabled(bool(mode))

    def __enter__(self):
        pass

    def _another(self):
        return set_grad_enabled(self.mode)

    def __call__(self, function):
        _autograd.set_grad_enabled(self.before)
        return super().__call__(function)
