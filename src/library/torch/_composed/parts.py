"""Taking tensors apart and putting parts into them."""

import torch

__all__ = ["tensor_split", "hsplit", "vsplit", "dsplit", "split_with_sizes", "unsafe_chunk", "unsafe_split",
           "select_scatter", "slice_scatter", "diagonal_scatter", "as_strided_scatter", "index_copy", "index_reduce",
           "masked_scatter", "put", "argwhere", "rot90", "diagflat", "narrow_copy", "fill_diagonal_"]
METHODS = tuple(__all__)


def tensor_split(input, indices_or_sections, dim=0):
    """Parts as equal as can be, or parts that end at the given places."""
    size = input.shape[dim]
    if isinstance(indices_or_sections, torch.Tensor):
        indices_or_sections = indices_or_sections.tolist()
    if isinstance(indices_or_sections, int):
        if indices_or_sections <= 0:
            raise RuntimeError(f"number of sections must be larger than 0, got {indices_or_sections}")
        least, more = divmod(size, indices_or_sections)
        ends = [(i + 1) * least + min(i + 1, more) for i in range(indices_or_sections)]
    else:
        ends = [*indices_or_sections, size]
    bounds = [min(max(end + size if end < 0 else end, 0), size) for end in ends]
    starts = [0, *bounds[:-1]]
    return tuple(input.narrow(dim, start, max(end - start, 0)) for start, end in zip(starts, bounds))


def hsplit(input, indices_or_sections):
    if input.dim() < 1:
        raise RuntimeError(
            f"torch.hsplit requires a tensor with at least 1 dimension, but got a tensor with {input.dim()} dimensions!"
        )
    return _even_split("hsplit", input, indices_or_sections, 0 if input.dim() == 1 else 1)


def vsplit(input, indices_or_sections):
    if input.dim() < 2:
        raise RuntimeError(
            f"torch.vsplit requires a tensor with at least 2 dimension, but got a tensor with {input.dim()} dimensions!"
        )
    return _even_split("vsplit", input, indices_or_sections, 0)


def dsplit(input, indices_or_sections):
    if input.dim() < 3:
        raise RuntimeError(
            f"torch.dsplit requires a tensor with at least 3 dimension, but got a tensor with {input.dim()} dimensions!"
        )
    return _even_split("dsplit", input, indices_or_sections, 2)


def _even_split(name, input, sections, dim):
    if isinstance(sections, int) and (sections == 0 or input.shape[dim] % sections):
        raise RuntimeError(
            f"torch.{name} attempted to split along dimension {dim}, but the size of the dimension {input.shape[dim]} is "
            f"not divisible by the split_size {sections}!"
        )
    return tensor_split(input, sections, dim)


def split_with_sizes(input, split_sizes, dim=0):
    return torch.split(input, list(split_sizes), dim)


def unsafe_chunk(input, chunks, dim=0):
    return torch.chunk(input, chunks, dim)


def unsafe_split(input, split_size, dim=0):
    return torch.split(input, split_size, dim)


def narrow_copy(input, dim, start, length):
    return input.narrow(dim, start, length).clone()


def _with(input, view, src):
    """A copy of the input with `src` where the view looks."""
    result = input.clone()
    view(result).copy_(src)
    return result


def select_scatter(input, src, dim, index):
    """A copy with one slice replaced."""
    return _with(input, lambda x: x.select(dim, index), src)


def slice_scatter(input, src, dim=0, start=None, end=None, step=1):
    """A copy with a range of slices replaced."""
    index = (slice(None),) * (dim % input.dim()) + (slice(start, end, step),)
    return _with(input, lambda x: x[index], src)


def diagonal_scatter(input, src, offset=0, dim1=0, dim2=1):
    """A copy with a diagonal replaced."""
    return _with(input, lambda x: x.diagonal(offset, dim1, dim2), src)


def as_strided_scatter(input, src, size, stride, storage_offset=None):
    return _with(input, lambda x: x.as_strided(size, stride, storage_offset), src)


def index_copy(input, dim, index, source):
    """A copy with the slices of these numbers replaced."""
    result = input.clone()
    result[(slice(None),) * (dim % max(input.dim(), 1)) + (index,)] = source
    return result


def index_reduce(input, dim, index, source, reduce, *, include_self=True):
    """A copy in which slices of a source join those of these numbers by a reduction."""
    shape = [1] * source.dim()
    shape[dim] = -1
    return input.scatter_reduce(dim, index.view(shape).expand_as(source), source, reduce, include_self=include_self)


def masked_scatter(input, mask, source):
    """A copy in which the elements of a mask are replaced by those of a source, one after the other."""
    mask = mask.expand_as(input)
    count = int(mask.sum())
    if source.numel() < count:
        raise RuntimeError("masked_scatter: expected self and source to have same number of elements")
    places = (mask.flatten().cumsum(0) - 1).clamp(min=0).view(mask.shape)
    if source.numel() == 0:
        return input.clone()
    return torch.where(mask, source.flatten()[places], input)


def put(input, index, source, accumulate=False):
    """A copy in which elements, counted through the whole tensor, are replaced."""
    flat = input.flatten().clone()
    flat.index_put_((index.flatten(),), source.flatten(), accumulate=accumulate)
    return flat.view(input.shape)


def argwhere(input):
    """Where the elements are that are not 0: a row for each."""
    return torch.nonzero(input)


def rot90(input, k=1, dims=(0, 1)):
    """The plane of two dimensions turned by quarters."""
    first, second = dims
    k %= 4
    if k == 0:
        return input.clone()
    if k == 2:
        return input.flip((first, second))
    if k == 1:
        return input.flip((second,)).transpose(first, second)
    return input.flip((first,)).transpose(first, second)


def diagflat(input, offset=0):
    """A matrix with all elements on a diagonal."""
    return torch.diag(input.flatten(), offset)


def fill_diagonal_(self, fill_value, wrap=False):
    """Writes a number along the diagonal. Of a tall matrix with `wrap`, once more after each square."""
    if self.dim() < 2:
        raise RuntimeError("dimensions must larger than 1")
    if self.dim() > 2 and len(set(self.shape)) > 1:
        raise RuntimeError("all dimensions of input must be of equal length")
    places = torch.arange(min(self.shape))
    if wrap and self.dim() == 2:
        rows = torch.arange(0, self.numel(), self.shape[1] + 1) // self.shape[1]
        self[rows, torch.arange(len(rows)) % self.shape[1]] = fill_value
        return self
    self[(places,) * self.dim()] = fill_value
    return self
