"""Functions of `torch` under their other home."""

from torch import (
    atleast_1d, atleast_2d, atleast_3d, block_diag, broadcast_shapes, broadcast_tensors, cartesian_prod, cdist, einsum,
    meshgrid, norm, split, tensordot, unique, unique_consecutive, unravel_index,
)
