"""Grids and selections of indices."""

import _torch
import torch

__all__ = ["cartesian_prod", "combinations", "tril_indices", "triu_indices", "unravel_index", "isin", "range", "asarray",
           "scalar_tensor", "empty_strided", "empty_permuted", "unique", "unique_consecutive"]
METHODS = ("unique", "unique_consecutive")

_range = range


def cartesian_prod(*tensors):
    """All combinations of one element of each vector."""
    if len(tensors) == 1:
        return tensors[0]
    grids = torch.meshgrid(*tensors, indexing="ij")
    return torch.stack([grid.flatten() for grid in grids], dim=1)


def combinations(input, r=2, with_replacement=False):
    """All ways to take r elements of a vector."""
    if input.dim() != 1:
        raise RuntimeError(f"Expect a 1D vector, but got shape {list(input.shape)}")
    import itertools

    choose = itertools.combinations_with_replacement if with_replacement else itertools.combinations
    index = torch.tensor(list(choose(_range(len(input)), r)), dtype=torch.int64)
    return input[index.view(-1, r)]


def tril_indices(row, col, offset=0, *, dtype=torch.long, device=None):
    """Rows and columns of the lower triangle."""
    return torch.ones(row, col).tril(offset).nonzero().t().to(dtype)


def triu_indices(row, col, offset=0, *, dtype=torch.long, device=None):
    """Rows and columns of the upper triangle."""
    return torch.ones(row, col).triu(offset).nonzero().t().to(dtype)


def unravel_index(indices, shape):
    """The coordinates of elements that are counted through the whole tensor."""
    shape = (shape,) if isinstance(shape, int) else tuple(shape)
    found = []
    for size in reversed(shape):
        found.append(indices % size)
        indices = indices.div(size, rounding_mode="floor")
    return tuple(reversed(found))


def isin(elements, test_elements, *, assume_unique=False, invert=False):
    """Which elements are among others."""
    elements, test_elements = torch.as_tensor(elements), torch.as_tensor(test_elements)
    values = test_elements.flatten().sort().values
    if len(values) == 0:
        found = torch.zeros(elements.shape, dtype=torch.bool)
    else:
        values, elements = values.to(torch.result_type(values, elements)), elements.to(torch.result_type(values, elements))
        at = torch.searchsorted(values, elements.contiguous()).clamp(max=len(values) - 1)
        found = values[at] == elements
    return ~found if invert else found


def range(start, end=None, step=1, *, dtype=None, device=None, requires_grad=False):
    """As `arange`, with the end in it."""
    start, end = (0, start) if end is None else (start, end)
    if (end - start) * step < 0:
        raise RuntimeError("upper bound and lower bound inconsistent with step sign")
    count = int((end - start) / step) + 1
    values = start + step * torch.arange(count, dtype=torch.float64)
    return values.to(dtype or torch.get_default_dtype()).requires_grad_(requires_grad)


def asarray(obj, *, dtype=None, device=None, copy=None, requires_grad=False):
    """A tensor of anything that can be one; shares memory unless `copy=True`."""
    made = torch.as_tensor(obj, dtype=dtype)
    if copy:
        made = made.clone()
    return made.detach().requires_grad_() if requires_grad else made


def scalar_tensor(s, *, dtype=None, device=None, requires_grad=False):
    return torch.tensor(s, dtype=dtype or torch.get_default_dtype(), requires_grad=requires_grad)


def empty_strided(size, stride, *, dtype=None, device=None, requires_grad=False):
    """Memory that is seen through these strides; the values are still to be set."""
    count = 1 + sum((n - 1) * s for n, s in zip(size, stride)) if all(size) else 0
    return torch.empty(count, dtype=dtype).as_strided(size, stride).requires_grad_(requires_grad)


def empty_permuted(size, physical_layout, *, dtype=None, device=None, requires_grad=False):
    order = list(physical_layout)
    made = torch.empty([size[d] for d in order], dtype=dtype)
    return made.permute([order.index(d) for d in _range(len(order))]).requires_grad_(requires_grad)


def unique(input, sorted=True, return_inverse=False, return_counts=False, dim=None):
    """The different elements, or with `dim` the different slices, in order."""
    if dim is None:
        return _torch.unique(input, sorted, return_inverse, return_counts)
    rows = [tuple(row) for row in input.movedim(dim, 0).flatten(1).tolist()]
    order = [*_range(len(rows))]
    order.sort(key=rows.__getitem__)
    return _different_slices(input, dim, rows, order, return_inverse, return_counts)


def unique_consecutive(input, return_inverse=False, return_counts=False, dim=None):
    """Elements, or with `dim` slices, without those that equal the one before."""
    if dim is None:
        return _torch.unique_consecutive(input, return_inverse, return_counts)
    rows = [tuple(row) for row in input.movedim(dim, 0).flatten(1).tolist()]
    return _different_slices(input, dim, rows, _range(len(rows)), return_inverse, return_counts)


def _different_slices(input, dim, rows, order, return_inverse, return_counts):
    """The first slice of each run of equal ones in this order; where each slice went; how many there are of each."""
    kept, counts, went = [], [], [0] * len(rows)
    for number in order:
        if not kept or rows[number] != rows[kept[-1]]:
            kept.append(number)
            counts.append(0)
        counts[-1] += 1
        went[number] = len(kept) - 1
    found = [input.index_select(dim, torch.tensor(kept, dtype=torch.long))]
    if return_inverse:
        found.append(torch.tensor(went, dtype=torch.long))
    if return_counts:
        found.append(torch.tensor(counts, dtype=torch.long))
    return tuple(found) if len(found) > 1 else found[0]
