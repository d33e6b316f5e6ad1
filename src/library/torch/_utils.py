"""How tensors are made again from what a file holds."""

import copyreg

import torch


def _rebuild_tensor(storage, storage_offset, size, stride):
    return storage._elements.as_strided(tuple(size), tuple(stride), storage_offset)


def _rebuild_tensor_v2(storage, storage_offset, size, stride, requires_grad, backward_hooks, metadata=None):
    tensor = _rebuild_tensor(storage, storage_offset, size, stride).detach()
    return tensor.requires_grad_() if requires_grad else tensor


def _rebuild_parameter(data, requires_grad, backward_hooks):
    return torch.nn.Parameter(data, requires_grad)


def _rebuild_parameter_with_state(data, requires_grad, backward_hooks, state):
    parameter = torch.nn.Parameter(data, requires_grad)
    parameter.__dict__.update(state)
    return parameter


copyreg.pickle(torch.Size, lambda size: (torch.Size, (tuple(size),)))
copyreg.pickle(torch.dtype, lambda dtype: str(dtype).removeprefix("torch."))
copyreg.pickle(torch.device, lambda device: (torch.device, (str(device),)))
