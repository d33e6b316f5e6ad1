"""Layers that learn the size of their input from the first one they see."""

import torch
from torch.nn.parameter import UninitializedBuffer, UninitializedParameter, is_lazy
from .batchnorm import BatchNorm1d, BatchNorm2d, BatchNorm3d, InstanceNorm1d, InstanceNorm2d, InstanceNorm3d
from .conv import Conv1d, Conv2d, Conv3d
from .conv_transpose import ConvTranspose1d, ConvTranspose2d, ConvTranspose3d
from .linear import Linear


class LazyModuleMixin:
    """Waits with the parameters until the first call, then becomes the class `cls_to_become`."""

    cls_to_become = None

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._initialize_hook = self.register_forward_pre_hook(_initialize, with_kwargs=True)

    def has_uninitialized_params(self):
        tensors = [*self._parameters.values(), *self._buffers.values()]
        return any(is_lazy(tensor) for tensor in tensors if tensor is not None)

    def initialize_parameters(self, *args, **kwargs):
        """Gives the parameters their shapes from an input."""
        raise NotImplementedError(f"initialize_parameters is not implemented for {type(self).__name__}")


def _initialize(module, args, kwargs):
    module.initialize_parameters(*args, **kwargs)
    if module.has_uninitialized_params():
        raise RuntimeError(f"module {module._get_name()} has not been fully initialized")
    module._initialize_hook.remove()
    del module._initialize_hook
    module.__class__ = module.cls_to_become


class LazyLinear(LazyModuleMixin, Linear):
    r"""A Linear whose in_features are those of its first input.

    Formula: y = x W^\top + b
    Shape: (*, in_features) -> (*, out_features)
    Args:
        out_features: how many numbers go out
        bias: whether to add one learned number to each output
    Example:
        layer = nn.LazyLinear(2)
        layer(torch.randn(4, 7))
        layer  # it has seen how many numbers come in
    """

    cls_to_become = Linear

    def __init__(self, out_features: int, bias: bool = True, device=None, dtype=None):
        super().__init__(0, 0, False)
        self.weight = UninitializedParameter(device=device, dtype=dtype)
        self.out_features = out_features
        if bias:
            self.bias = UninitializedParameter(device=device, dtype=dtype)

    def reset_parameters(self):
        if not self.has_uninitialized_params() and self.in_features != 0:
            super().reset_parameters()

    def initialize_parameters(self, input):
        if self.has_uninitialized_params():
            self.in_features = input.shape[-1]
            self.weight.materialize((self.out_features, self.in_features))
            if self.bias is not None:
                self.bias.materialize((self.out_features,))
            self.reset_parameters()


class _LazyConv(LazyModuleMixin):
    """What lazy convolutions share: in_channels is the input's dimension before the spatial ones."""

    def __init__(self, out_channels, kernel_size, stride=1, padding=0, dilation=1, groups=1, bias=True,
                 padding_mode="zeros", device=None, dtype=None):
        super().__init__(0, 0, kernel_size, stride, padding, dilation, groups, False, padding_mode)
        self._wait(out_channels, bias, device, dtype)

    def _wait(self, out_channels, bias, device, dtype):
        self.weight = UninitializedParameter(device=device, dtype=dtype)
        self.out_channels = out_channels
        if bias:
            self.bias = UninitializedParameter(device=device, dtype=dtype)

    def reset_parameters(self):
        if not self.has_uninitialized_params() and self.in_channels != 0:
            super().reset_parameters()

    def initialize_parameters(self, input, *args):
        if not self.has_uninitialized_params():
            return
        if input.dim() not in (self.dims + 1, self.dims + 2):
            raise RuntimeError(
                f"Expected {self.dims + 1}D (unbatched) or {self.dims + 2}D (batched) input to {type(self).__name__}, "
                f"but got input of size: {tuple(input.shape)}"
            )
        self.in_channels = input.shape[-self.dims - 1]
        if self.in_channels % self.groups != 0:
            raise ValueError("in_channels must be divisible by groups")
        first, second = self.out_channels, self.in_channels
        if self.transposed:
            first, second = second, first
        self.weight.materialize((first, second // self.groups, *self.kernel_size))
        if self.bias is not None:
            self.bias.materialize((self.out_channels,))
        self.reset_parameters()


class _LazyConvTranspose(_LazyConv):
    def __init__(self, out_channels, kernel_size, stride=1, padding=0, output_padding=0, groups=1, bias=True, dilation=1,
                 padding_mode="zeros", device=None, dtype=None):
        # Not _LazyConv's: the sizes come in another order.
        LazyModuleMixin.__init__(self, 0, 0, kernel_size, stride, padding, output_padding, groups, False, dilation, padding_mode)
        self._wait(out_channels, bias, device, dtype)


class LazyConv1d(_LazyConv, Conv1d):
    """A Conv1d whose in_channels are those of its first input.

    Example:
        layer = nn.LazyConv1d(8, kernel_size=3)
        layer(torch.randn(2, 5, 9))
        layer  # it has seen how many channels come in
    """

    cls_to_become = Conv1d


class LazyConv2d(_LazyConv, Conv2d):
    """A Conv2d whose in_channels are those of its first input.

    Example:
        layer = nn.LazyConv2d(8, kernel_size=3)
        layer(torch.randn(2, 5, 6, 6))
        layer  # it has seen how many channels come in
    """

    cls_to_become = Conv2d


class LazyConv3d(_LazyConv, Conv3d):
    """A Conv3d whose in_channels are those of its first input.

    Example:
        layer = nn.LazyConv3d(8, kernel_size=3)
        layer(torch.randn(2, 5, 4, 4, 4))
        layer  # it has seen how many channels come in
    """

    cls_to_become = Conv3d


class LazyConvTranspose1d(_LazyConvTranspose, ConvTranspose1d):
    """A ConvTranspose1d whose in_channels are those of its first input.

    Example:
        layer = nn.LazyConvTranspose1d(8, kernel_size=3)
        layer(torch.randn(2, 5, 9))
        layer  # it has seen how many channels come in
    """

    cls_to_become = ConvTranspose1d


class LazyConvTranspose2d(_LazyConvTranspose, ConvTranspose2d):
    """A ConvTranspose2d whose in_channels are those of its first input.

    Example:
        layer = nn.LazyConvTranspose2d(8, kernel_size=3)
        layer(torch.randn(2, 5, 6, 6))
        layer  # it has seen how many channels come in
    """

    cls_to_become = ConvTranspose2d


class LazyConvTranspose3d(_LazyConvTranspose, ConvTranspose3d):
    """A ConvTranspose3d whose in_channels are those of its first input.

    Example:
        layer = nn.LazyConvTranspose3d(8, kernel_size=3)
        layer(torch.randn(2, 5, 4, 4, 4))
        layer  # it has seen how many channels come in
    """

    cls_to_become = ConvTranspose3d


class _LazyNorm(LazyModuleMixin):
    """What lazy normalizations share: num_features is the input's second dimension."""

    def __init__(self, eps=1e-5, momentum=0.1, affine=True, track_running_stats=True, bias=True, device=None, dtype=None):
        super().__init__(0, eps, momentum, False, False, bias)
        self.affine = affine
        self.track_running_stats = track_running_stats
        if self.affine:
            self.weight = UninitializedParameter(device=device, dtype=dtype)
            if bias:
                self.bias = UninitializedParameter(device=device, dtype=dtype)
        if self.track_running_stats:
            self.running_mean = UninitializedBuffer(device=device, dtype=dtype)
            self.running_var = UninitializedBuffer(device=device, dtype=dtype)
            self.num_batches_tracked = torch.tensor(0)

    def reset_parameters(self):
        if not self.has_uninitialized_params() and self.num_features != 0:
            super().reset_parameters()

    def initialize_parameters(self, input):
        if not self.has_uninitialized_params():
            return
        self.num_features = input.shape[1]
        for tensor in (self.weight, self.bias, self.running_mean, self.running_var):
            if tensor is not None:
                tensor.materialize((self.num_features,))
        self.reset_parameters()


class LazyBatchNorm1d(_LazyNorm, BatchNorm1d):
    """A BatchNorm1d whose num_features are those of its first input.

    Example:
        layer = nn.LazyBatchNorm1d()
        layer(torch.randn(2, 5, 9))
        layer  # it has seen how many channels come in
    """

    cls_to_become = BatchNorm1d


class LazyBatchNorm2d(_LazyNorm, BatchNorm2d):
    """A BatchNorm2d whose num_features are those of its first input.

    Example:
        layer = nn.LazyBatchNorm2d()
        layer(torch.randn(2, 5, 6, 6))
        layer  # it has seen how many channels come in
    """

    cls_to_become = BatchNorm2d


class LazyBatchNorm3d(_LazyNorm, BatchNorm3d):
    """A BatchNorm3d whose num_features are those of its first input.

    Example:
        layer = nn.LazyBatchNorm3d()
        layer(torch.randn(2, 5, 4, 4, 4))
        layer  # it has seen how many channels come in
    """

    cls_to_become = BatchNorm3d


class LazyInstanceNorm1d(_LazyNorm, InstanceNorm1d):
    """An InstanceNorm1d whose num_features are those of its first input.

    Example:
        layer = nn.LazyInstanceNorm1d()
        layer(torch.randn(2, 5, 9))
        layer  # it has seen how many channels come in
    """

    cls_to_become = InstanceNorm1d


class LazyInstanceNorm2d(_LazyNorm, InstanceNorm2d):
    """An InstanceNorm2d whose num_features are those of its first input.

    Example:
        layer = nn.LazyInstanceNorm2d()
        layer(torch.randn(2, 5, 6, 6))
        layer  # it has seen how many channels come in
    """

    cls_to_become = InstanceNorm2d


class LazyInstanceNorm3d(_LazyNorm, InstanceNorm3d):
    """An InstanceNorm3d whose num_features are those of its first input.

    Example:
        layer = nn.LazyInstanceNorm3d()
        layer(torch.randn(2, 5, 4, 4, 4))
        layer  # it has seen how many channels come in
    """

    cls_to_become = InstanceNorm3d
