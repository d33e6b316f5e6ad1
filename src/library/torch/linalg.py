"""Linear algebra."""

import torch
from _linalg import *
from _torch import _LinAlgError as LinAlgError


def diagonal(A, *, offset=0, dim1=-2, dim2=-1):
    return torch.diagonal(A, offset, dim1, dim2)


def matmul(input, other):
    return torch.matmul(input, other)


def cross(input, other, *, dim=-1):
    return torch.cross(input, other, dim=dim)


def vander(x, N=None):
    return torch.vander(x, N, increasing=True)


def matrix_exp(A):
    return torch.matrix_exp(A)


def solve_triangular(A, B, *, upper, left=True, unitriangular=False):
    """Solves A X = B for a triangular A; the other triangle is not looked at."""
    A = A.triu() if upper else A.tril()
    if unitriangular:
        A = A - torch.diag_embed(A.diagonal(dim1=-2, dim2=-1)) + torch.eye(A.shape[-1], dtype=A.dtype)
    return solve(A, B) if left else solve(A.mT, B.mT).mT


def tensorinv(A, ind=2):
    """The inverse of a tensor as a map between tensors."""
    first, second = A.shape[:ind], A.shape[ind:]
    return inv(A.reshape(first.numel(), -1)).reshape(*second, *first)


def tensorsolve(A, B, dims=None):
    if dims is not None:
        A = A.movedim(dims, list(range(A.dim() - len(dims), A.dim())))
    shape = A.shape[B.dim():]
    return solve(A.reshape(-1, shape.numel()), B.flatten()).reshape(shape)
