"""Normalization over the batch"""

import torch
from torch.nn import functional as F, init
from torch.nn.parameter import Parameter
from .module import Module


class _NormBase(Module):
    """Weight, bias, and running mean and variance of each channel."""

    _version = 2

    def __init__(self, num_features: int, eps: float = 1e-5, momentum: float = 0.1, affine: bool = True,
                 track_running_stats: bool = True, bias: bool = True, device=None, dtype=None):
        super().__init__()
        self.num_features = num_features
        self.eps = eps
        self.momentum = momentum
        self.affine = affine
        self.track_running_stats = track_running_stats
        if affine:
            self.weight = Parameter(torch.empty(num_features, device=device, dtype=dtype))
        else:
            self.register_parameter("weight", None)
        if affine and bias:
            self.bias = Parameter(torch.empty(num_features, device=device, dtype=dtype))
        else:
            self.register_parameter("bias", None)
        if track_running_stats:
            self.register_buffer("running_mean", torch.zeros(num_features, dtype=dtype))
            self.register_buffer("running_var", torch.ones(num_features, dtype=dtype))
            self.register_buffer("num_batches_tracked", torch.tensor(0))
        else:
            self.register_buffer("running_mean", None)
            self.register_buffer("running_var", None)
            self.register_buffer("num_batches_tracked", None)
        self.reset_parameters()

    def _load_from_state_dict(self, state_dict, prefix, local_metadata, *rest):
        """State from before batches were counted, or without a version, need not have the count."""
        key = prefix + "num_batches_tracked"
        if (local_metadata.get("version") or 1) < 2 and self.track_running_stats and key not in state_dict:
            state_dict[key] = torch.tensor(0) if self.num_batches_tracked is None else self.num_batches_tracked
        super()._load_from_state_dict(state_dict, prefix, local_metadata, *rest)

    def reset_running_stats(self):
        if self.track_running_stats:
            self.running_mean.zero_()
            self.running_var.fill_(1)
            self.num_batches_tracked.zero_()

    def reset_parameters(self):
        self.reset_running_stats()
        if self.weight is not None:
            init.ones_(self.weight)
        if self.bias is not None:
            init.zeros_(self.bias)

    def extra_repr(self):
        return (f"{self.num_features}, eps={self.eps}, momentum={self.momentum}, affine={self.affine}, "
                f"bias={self.bias is not None}, track_running_stats={self.track_running_stats}")


class _BatchNorm(_NormBase):
    def forward(self, input):
        self._check_input_dim(input)
        share = 0.0 if self.momentum is None else self.momentum
        if self.training and self.track_running_stats and self.num_batches_tracked is not None:
            self.num_batches_tracked.add_(1)
            if self.momentum is None:  # the mean over all batches so far
                share = 1.0 / float(self.num_batches_tracked)
        of_batch = self.training or (self.running_mean is None and self.running_var is None)
        keeps = not self.training or self.track_running_stats
        return F.batch_norm(
            input, self.running_mean if keeps else None, self.running_var if keeps else None, self.weight, self.bias,
            of_batch, share, self.eps,
        )


class BatchNorm1d(_BatchNorm):
    r"""Shifts and scales every feature to mean 0 and variance 1 over the batch, then to a learned mean and size.

    Formula: y = \frac{x - \mathrm{E}[x]}{\sqrt{\mathrm{Var}[x] + \epsilon}} \gamma + \beta
    Shape: (N, C) or (N, C, L) -> the same
    Args:
        num_features: how many features or channels
        eps: keeps the division away from zero
        momentum: how much of each batch goes into the running averages; None for a plain mean
        affine: whether to learn gamma and beta
        track_running_stats: whether to keep running averages for eval()
        bias: whether to learn beta
    Paper: Ioffe and Szegedy 2015, Batch Normalization
    Example:
        norm = nn.BatchNorm1d(2)
        x = torch.tensor([[1.0, 10.0], [2.0, 20.0], [3.0, 60.0]])
        print(norm(x))
        norm.running_mean  # a tenth of the way to the mean of this batch
    """

    def _check_input_dim(self, input):
        if input.dim() != 2 and input.dim() != 3:
            raise ValueError(f"expected 2D or 3D input (got {input.dim()}D input)")


class BatchNorm2d(_BatchNorm):
    r"""Shifts and scales every channel to mean 0 and variance 1 over the batch, then to a learned mean and size.

    Formula: y = \frac{x - \mathrm{E}[x]}{\sqrt{\mathrm{Var}[x] + \epsilon}} \gamma + \beta
    Shape: (N, C, H, W) -> the same
    Args:
        num_features: how many channels
        eps: keeps the division away from zero
        momentum: how much of each batch goes into the running averages; None for a plain mean
        affine: whether to learn gamma and beta
        track_running_stats: whether to keep running averages for eval()
        bias: whether to learn beta
    Paper: Ioffe and Szegedy 2015, Batch Normalization
    Example:
        norm = nn.BatchNorm2d(3)
        y = norm(torch.randn(4, 3, 5, 5) * 7 + 2)
        print(y.mean(dim=(0, 2, 3)).abs() < 1e-5)
        y.std(dim=(0, 2, 3), unbiased=False)
    """

    def _check_input_dim(self, input):
        if input.dim() != 4:
            raise ValueError(f"expected 4D input (got {input.dim()}D input)")


class BatchNorm3d(_BatchNorm):
    r"""BatchNorm of volumes.

    Formula: y = \frac{x - \mathrm{E}[x]}{\sqrt{\mathrm{Var}[x] + \epsilon}} \gamma + \beta
    Shape: (N, C, D, H, W) -> the same
    Args:
        num_features: how many channels
        eps: keeps the division away from zero
        momentum: how much of each batch goes into the running averages; None for a plain mean
        affine: whether to learn gamma and beta
        track_running_stats: whether to keep running averages for eval()
        bias: whether to learn beta
    Example:
        norm = nn.BatchNorm3d(2)
        y = norm(torch.randn(2, 2, 3, 3, 3) * 7 + 2)
        print(y.shape)
        y.std(dim=(0, 2, 3, 4), unbiased=False)
    """

    def _check_input_dim(self, input):
        if input.dim() != 5:
            raise ValueError(f"expected 5D input (got {input.dim()}D input)")


class _InstanceNorm(_NormBase):
    def __init__(self, num_features: int, eps: float = 1e-5, momentum: float = 0.1, affine: bool = False,
                 track_running_stats: bool = False, bias: bool = True, device=None, dtype=None):
        super().__init__(num_features, eps, momentum, affine, track_running_stats, bias, device, dtype)

    def forward(self, input):
        if input.dim() not in (self.dims + 1, self.dims + 2):
            raise ValueError(f"expected {self.dims + 1}D or {self.dims + 2}D input (got {input.dim()}D input)")
        batched = input if input.dim() == self.dims + 2 else input.unsqueeze(0)
        result = F.instance_norm(
            batched, self.running_mean, self.running_var, self.weight, self.bias,
            self.training or not self.track_running_stats, 0.0 if self.momentum is None else self.momentum, self.eps,
        )
        return result if batched is input else result.squeeze(0)


class InstanceNorm1d(_InstanceNorm):
    r"""Shifts and scales every channel of every item by itself to mean 0 and variance 1.

    Formula: y = \frac{x - \mathrm{E}[x]}{\sqrt{\mathrm{Var}[x] + \epsilon}} \gamma + \beta
    Shape: (N, C, L) or (C, L) -> the same
    Args:
        num_features: how many channels
        eps: keeps the division away from zero
        momentum: how much of each batch goes into the running averages
        affine: whether to learn gamma and beta
        track_running_stats: whether to keep running averages for eval()
        bias: whether to learn beta
    Paper: Ulyanov et al. 2016, Instance Normalization
    Example:
        norm = nn.InstanceNorm1d(1)
        norm(torch.tensor([[[1.0, 2.0, 6.0]]]))
    """

    dims = 1


class InstanceNorm2d(_InstanceNorm):
    r"""Shifts and scales every channel of every image by itself to mean 0 and variance 1.

    Formula: y = \frac{x - \mathrm{E}[x]}{\sqrt{\mathrm{Var}[x] + \epsilon}} \gamma + \beta
    Shape: (N, C, H, W) or (C, H, W) -> the same
    Args:
        num_features: how many channels
        eps: keeps the division away from zero
        momentum: how much of each batch goes into the running averages
        affine: whether to learn gamma and beta
        track_running_stats: whether to keep running averages for eval()
        bias: whether to learn beta
    Paper: Ulyanov et al. 2016, Instance Normalization
    Example:
        norm = nn.InstanceNorm2d(1)
        norm(torch.tensor([[[[1.0, 2.0], [3.0, 6.0]]]]))
    """

    dims = 2


class InstanceNorm3d(_InstanceNorm):
    r"""Shifts and scales every channel of every volume by itself to mean 0 and variance 1.

    Formula: y = \frac{x - \mathrm{E}[x]}{\sqrt{\mathrm{Var}[x] + \epsilon}} \gamma + \beta
    Shape: (N, C, D, H, W) or (C, D, H, W) -> the same
    Args:
        num_features: how many channels
        eps: keeps the division away from zero
        momentum: how much of each batch goes into the running averages
        affine: whether to learn gamma and beta
        track_running_stats: whether to keep running averages for eval()
        bias: whether to learn beta
    Example:
        norm = nn.InstanceNorm3d(1)
        norm(torch.arange(8.0).reshape(1, 1, 2, 2, 2)).flatten()
    """

    dims = 3
