"""A weight divided by its largest singular value, by hooks: the older way; `parametrizations.spectral_norm` is the newer."""

import torch
from torch.nn import functional as F
from torch.nn.parameter import Parameter


class SpectralNorm:
    """The hook that makes the weight before each call; in training each call improves the estimate."""

    def __init__(self, name, n_power_iterations, dim, eps):
        self.name = name
        self.dim = dim
        self.n_power_iterations = n_power_iterations
        self.eps = eps

    def matrix(self, weight):
        if self.dim != 0:
            weight = weight.permute(self.dim, *(d for d in range(weight.dim()) if d != self.dim))
        return weight.flatten(1)

    def compute_weight(self, module, iterate):
        weight = getattr(module, self.name + "_orig")
        u, v = getattr(module, self.name + "_u"), getattr(module, self.name + "_v")
        matrix = self.matrix(weight)
        if iterate:
            with torch.no_grad():
                for _ in range(self.n_power_iterations):
                    v.copy_(F.normalize(torch.mv(matrix.t(), u), dim=0, eps=self.eps))
                    u.copy_(F.normalize(torch.mv(matrix, v), dim=0, eps=self.eps))
            if self.n_power_iterations > 0:
                u, v = u.clone(), v.clone()
        return weight / torch.dot(u, torch.mv(matrix, v))

    def __call__(self, module, inputs):
        setattr(module, self.name, self.compute_weight(module, module.training))


def _hook_of(module, name):
    for number, hook in module._forward_pre_hooks.items():
        hook = hook[0] if isinstance(hook, tuple) else hook
        if isinstance(hook, SpectralNorm) and hook.name == name:
            return number, hook
    return None


def spectral_norm(module, name="weight", n_power_iterations=1, eps=1e-12, dim=None):
    """Keeps the largest singular value of a weight at 1.

    Paper: Miyato et al. 2018, Spectral Normalization for Generative Adversarial Networks
    """
    if _hook_of(module, name):
        raise RuntimeError(f"Cannot register two spectral_norm hooks on the same parameter {name}")
    if dim is None:
        dim = 1 if isinstance(module, (torch.nn.ConvTranspose1d, torch.nn.ConvTranspose2d, torch.nn.ConvTranspose3d)) else 0
    weight = module._parameters[name]
    hook = SpectralNorm(name, n_power_iterations, dim, eps)
    with torch.no_grad():
        height, width = hook.matrix(weight).shape
        u = F.normalize(weight.new_empty(height).normal_(0, 1), dim=0, eps=eps)
        v = F.normalize(weight.new_empty(width).normal_(0, 1), dim=0, eps=eps)
    del module._parameters[name]
    module.register_parameter(name + "_orig", weight)
    setattr(module, name, weight.data)
    module.register_buffer(name + "_u", u)
    module.register_buffer(name + "_v", v)
    module.register_forward_pre_hook(hook)
    return module


def remove_spectral_norm(module, name="weight"):
    """Makes the weight a plain parameter again."""
    found = _hook_of(module, name)
    if found is None:
        raise ValueError(f"spectral_norm of '{name}' not found in {module}")
    number, hook = found
    with torch.no_grad():
        weight = hook.compute_weight(module, False)
    delattr(module, name)
    for part in ("_u", "_v", "_orig"):
        delattr(module, name + part)
    module.register_parameter(name, Parameter(weight.detach()))
    del module._forward_pre_hooks[number]
    return module
