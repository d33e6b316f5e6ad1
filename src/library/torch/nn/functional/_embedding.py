"""Tables of vectors, looked up by number."""

import torch
from _kindling import name_grad_fn

__all__ = ["embedding", "embedding_bag"]


def embedding(input, weight, padding_idx=None, max_norm=None, norm_type=2.0, scale_grad_by_freq=False, sparse=False):
    """weight[input]: (*) -> (*, embedding_dim)

    Example:
        table = torch.tensor([[0.0, 0.0], [1.0, 1.0], [2.0, 4.0]])
        F.embedding(torch.tensor([2, 0, 2]), table)
    """
    if padding_idx is None:
        padding_idx = -1
    elif padding_idx < 0:
        padding_idx += weight.size(0)
    if max_norm is not None:
        _shorten(weight, input, max_norm, norm_type)
    return torch.embedding(weight, input, padding_idx, scale_grad_by_freq, sparse)


def _shorten(weight, input, max_norm, norm_type):
    """Scales the vectors that are looked up down to max_norm, where they are longer."""
    with torch.no_grad():
        for row in torch.unique(input).tolist():
            length = weight[row].norm(norm_type)
            if length > max_norm:
                weight[row] *= max_norm / (length + 1e-7)


def embedding_bag(input, weight, offsets=None, max_norm=None, norm_type=2, scale_grad_by_freq=False, mode="mean",
                  sparse=False, per_sample_weights=None, include_last_offset=False, padding_idx=None):
    """The sum, mean or maximum of the vectors of each bag.

    Example:
        table = torch.tensor([[0.0, 0.0], [1.0, 1.0], [2.0, 4.0]])
        F.embedding_bag(torch.tensor([[2, 1]]), table, mode="mean")
    """
    if mode not in ("sum", "mean", "max"):
        raise ValueError("mode has to be one of sum or mean")
    if input.dim() == 2:
        if offsets is not None:
            raise ValueError("if input is 2D, then offsets has to be None, as input is treated is a mini-batch of fixed "
                             f"length sequences. However, found offsets of type {type(offsets)}")
        bags = [(row, None if per_sample_weights is None else per_sample_weights[i]) for i, row in enumerate(input)]
    else:
        if offsets is None:
            raise ValueError("offsets has to be a 1D Tensor but got None")
        ends = offsets.tolist() + ([] if include_last_offset else [len(input)])
        bags = [(input[a:b], None if per_sample_weights is None else per_sample_weights[a:b]) for a, b in zip(ends, ends[1:])]
    vectors = [_bag(row, weight, weights, mode, max_norm, norm_type, padding_idx) for row, weights in bags]
    return name_grad_fn(torch.stack(vectors), "EmbeddingBagBackward0")


def _bag(row, weight, weights, mode, max_norm, norm_type, padding_idx):
    if padding_idx is not None:
        kept = row != padding_idx
        row = row[kept]
        weights = None if weights is None else weights[kept]
    if len(row) == 0:
        return weight.new_zeros(weight.shape[1])
    vectors = embedding(row, weight, None, max_norm, norm_type)
    if weights is not None:
        vectors = vectors * weights.unsqueeze(1)
    return vectors.max(0)[0] if mode == "max" else vectors.sum(0) if mode == "sum" else vectors.mean(0)
