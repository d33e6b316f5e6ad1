"""Products of matrices and vectors, and what solves them."""

import torch

__all__ = ["addbmm", "addr", "vdot", "cholesky_inverse", "cholesky_solve", "matrix_exp", "block_diag", "chain_matmul",
           "vander", "frobenius_norm", "nuclear_norm", "renorm", "pdist"]
METHODS = ("addbmm", "addr", "vdot", "cholesky_inverse", "cholesky_solve", "matrix_exp", "renorm")


def addbmm(input, batch1, batch2, *, beta=1, alpha=1):
    """The sum of the products of a batch of matrices, added to a matrix."""
    return beta * input + alpha * torch.bmm(batch1, batch2).sum(0)


def addr(input, vec1, vec2, *, beta=1, alpha=1):
    """The outer product of two vectors, added to a matrix."""
    return beta * input + alpha * torch.outer(vec1, vec2)


def vdot(input, other):
    """The dot product of two vectors."""
    return torch.dot(input, other)


def chain_matmul(*matrices):
    return torch.linalg.multi_dot(list(matrices))


def cholesky_solve(input, L, upper=False):
    """Solves A x = b when A is given by its Cholesky factor."""
    factor = L.mT if upper else L
    return torch.linalg.solve(factor.mT, torch.linalg.solve(factor, input))


def cholesky_inverse(L, upper=False):
    """The inverse of the matrix that has this Cholesky factor."""
    return cholesky_solve(torch.eye(L.shape[-1], dtype=L.dtype).expand(L.shape), L, upper)


def matrix_exp(input):
    """e to a matrix: the sum of A^k / k!, with A halved until it is small and the result squared as often."""
    size = input.detach().abs().sum(-1).amax().item() if input.numel() else 0.0
    halvings = 0
    while size > 3:
        size /= 2
        halvings += 1
    small = input / 2**halvings
    identity = torch.eye(input.shape[-1], dtype=input.dtype).expand(input.shape)
    result, term = identity + small, small
    for k in range(2, 36):
        term = term @ small / k
        result = result + term
    for _ in range(halvings):
        result = result @ result
    return result


def block_diag(*tensors):
    """The matrices one after the other along the diagonal."""
    blocks = [torch.atleast_2d(tensor) for tensor in tensors]
    width = sum(block.shape[1] for block in blocks)
    rows, start = [], 0
    for block in blocks:
        rows.append(torch.nn.functional.pad(block, (start, width - start - block.shape[1])))
        start += block.shape[1]
    return torch.cat(rows)


def vander(x, N=None, *, increasing=False):
    """The powers of each number in a row."""
    count = x.shape[-1] if N is None else N
    powers = torch.arange(count) if increasing else torch.arange(count - 1, -1, -1)
    return x.unsqueeze(-1) ** powers


def frobenius_norm(input, dim=(), keepdim=False):
    return torch.linalg.vector_norm(input, 2, dim or None, keepdim)


def nuclear_norm(input, dim=None, keepdim=False):
    return torch.linalg.matrix_norm(input, "nuc", dim or (-2, -1), keepdim)


def renorm(input, p, dim, maxnorm):
    """Each slice along a dimension scaled down to at most a norm."""
    others = [d for d in range(input.dim()) if d != dim % input.dim()]
    norms = torch.linalg.vector_norm(input, p, others, keepdim=True)
    return torch.where(norms > maxnorm, input * (maxnorm / (norms + 1e-7)), input)


def pdist(input, p=2.0):
    """The distances between all pairs of rows."""
    rows, columns = torch.triu_indices(input.shape[0], input.shape[0], 1)
    return torch.linalg.vector_norm(input[rows] - input[columns], p, -1)
