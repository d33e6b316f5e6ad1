"""Keeps gradients from growing too large."""

import torch


def get_total_norm(tensors, norm_type=2.0, error_if_nonfinite=False, foreach=None):
    """The norm of all tensors taken as one vector.

    Example:
        nn.utils.get_total_norm([torch.tensor([3.0]), torch.tensor([4.0])])
    """
    tensors = [tensors] if isinstance(tensors, torch.Tensor) else list(tensors)
    if not tensors:
        return torch.tensor(0.0)
    norms = [torch.linalg.vector_norm(tensor, float(norm_type)) for tensor in tensors]
    total = torch.linalg.vector_norm(torch.stack(norms), float(norm_type))
    if error_if_nonfinite and not torch.isfinite(total):
        raise RuntimeError(
            f"The total norm of order {float(norm_type)} for gradients from `parameters` is non-finite, so it cannot be "
            "clipped. To disable this error and scale the gradients by the non-finite norm anyway, set "
            "`error_if_nonfinite=False`"
        )
    return total


@torch.no_grad()
def clip_grads_with_norm_(parameters, max_norm, total_norm, foreach=None):
    parameters = [parameters] if isinstance(parameters, torch.Tensor) else parameters
    scale = (float(max_norm) / (total_norm + 1e-6)).clamp(max=1.0)
    for parameter in parameters:
        if parameter.grad is not None:
            parameter.grad.mul_(scale)


@torch.no_grad()
def clip_grad_norm_(parameters, max_norm, norm_type=2.0, error_if_nonfinite=False, foreach=None):
    """Scales all gradients down together, so that their norm is at most max_norm. Returns what it was.

    Example:
        w = torch.tensor([3.0, 4.0], requires_grad=True)
        (w**2).sum().backward()
        print(nn.utils.clip_grad_norm_([w], max_norm=1.0))  # the norm that there was
        w.grad
    """
    parameters = [parameters] if isinstance(parameters, torch.Tensor) else list(parameters)
    grads = [parameter.grad for parameter in parameters if parameter.grad is not None]
    total = get_total_norm(grads, norm_type, error_if_nonfinite)
    clip_grads_with_norm_(parameters, max_norm, total)
    return total


clip_grad_norm = clip_grad_norm_


@torch.no_grad()
def clip_grad_value_(parameters, clip_value, foreach=None):
    """Cuts every number of every gradient off at -clip_value and clip_value.

    Example:
        w = torch.tensor([3.0, 0.25], requires_grad=True)
        (w**2).sum().backward()
        nn.utils.clip_grad_value_([w], clip_value=1.0)
        w.grad
    """
    parameters = [parameters] if isinstance(parameters, torch.Tensor) else parameters
    for parameter in parameters:
        if parameter.grad is not None:
            parameter.grad.clamp_(-float(clip_value), float(clip_value))
