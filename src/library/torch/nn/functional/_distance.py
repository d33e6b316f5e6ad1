"""Sums over pairs, and distances between vectors."""

import torch
from _kindling import name_grad_fn

__all__ = ["bilinear", "normalize", "cosine_similarity", "pairwise_distance", "pdist", "one_hot"]


def bilinear(input1, input2, weight, bias=None):
    """For each output k: input1 @ weight[k] @ input2. (*, i), (*, j), (k, i, j) -> (*, k)

    Example:
        F.bilinear(torch.ones(1, 2), torch.ones(1, 3), torch.ones(4, 2, 3))
    """
    if input1.shape[-1] != weight.shape[1]:
        raise RuntimeError(f"bilinear(): input1 size does not match weight size: got {input1.shape[-1]} but expected "
                           f"{weight.shape[1]}")
    if input2.shape[-1] != weight.shape[2]:
        raise RuntimeError(f"bilinear(): input2 size does not match weight size: got {input2.shape[-1]} but expected "
                           f"{weight.shape[2]}")
    result = torch.einsum("...i,kij,...j->...k", input1, weight, input2)
    return result if bias is None else result + bias


def normalize(input, p=2.0, dim=1, eps=1e-12, out=None):
    """Divides by the p-norm along dim, so that it becomes 1.

    Example:
        F.normalize(torch.tensor([[3.0, 4.0], [0.0, 2.0]]))
    """
    return input / input.norm(p, dim, keepdim=True).clamp_min(eps).expand_as(input)


def cosine_similarity(x1, x2, dim=1, eps=1e-8):
    """The cosine of the angle between vectors along dim.

    Example:
        F.cosine_similarity(torch.tensor([[1.0, 0.0]]), torch.tensor([[1.0, 1.0]]))
    """
    length1 = torch.linalg.vector_norm(x1, dim=dim, keepdim=True).clamp_min(eps)
    length2 = torch.linalg.vector_norm(x2, dim=dim, keepdim=True).clamp_min(eps)
    return ((x1 / length1) * (x2 / length2)).sum(dim)


def pairwise_distance(x1, x2, p=2.0, eps=1e-6, keepdim=False):
    """The p-norm of the difference along the last dimension.

    Example:
        F.pairwise_distance(torch.tensor([[0.0, 0.0]]), torch.tensor([[3.0, 4.0]]))
    """
    return name_grad_fn(torch.norm(x1 - x2 + eps, p, -1, keepdim), "NormBackward1")


def pdist(input, p=2.0):
    """The distances between all pairs of rows: (N, M) -> (N * (N - 1) / 2)

    Example:
        F.pdist(torch.tensor([[0.0, 0.0], [3.0, 4.0], [0.0, 1.0]]))
    """
    first, second = torch.ones(len(input), len(input)).triu(1).nonzero(as_tuple=True)
    return torch.norm(input[first] - input[second], p, -1)


def one_hot(tensor, num_classes=-1):
    """Class numbers as rows that are 1 at the class and 0 elsewhere: (*) -> (*, num_classes)

    Example:
        F.one_hot(torch.tensor([0, 2, 1]), num_classes=3)
    """
    if tensor.dtype != torch.int64:
        raise RuntimeError("one_hot is only applicable to index tensor of type LongTensor.")
    if tensor.numel() and tensor.min() < 0:
        raise RuntimeError("Class values must be non-negative.")
    if num_classes == -1:
        if not tensor.numel():
            raise RuntimeError("Can not infer total number of classes from empty tensor.")
        num_classes = tensor.max().item() + 1
    elif tensor.numel() and tensor.max() >= num_classes:
        raise RuntimeError("Class values must be smaller than num_classes.")
    return (tensor.unsqueeze(-1) == torch.arange(num_classes)).long()
