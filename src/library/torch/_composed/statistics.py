"""Quantiles, covariance, differences and integrals."""

import torch

__all__ = ["quantile", "nanquantile", "cov", "corrcoef", "diff", "gradient", "trapezoid", "trapz",
           "cumulative_trapezoid"]
METHODS = ("quantile", "nanquantile", "cov", "corrcoef", "diff")

_WAYS = ("linear", "lower", "higher", "midpoint", "nearest")


def _quantile(name, input, q, dim, keepdim, interpolation, ignore_nan):
    if not input.is_floating_point():
        raise RuntimeError(f"{name}() input tensor must be either float or double dtype")
    if interpolation not in _WAYS:
        raise RuntimeError(
            f"{name}() interpolation must be one of linear, lower, higher, midpoint or nearest, but got {interpolation}"
        )
    q = torch.as_tensor(q, dtype=input.dtype)
    if not ((q >= 0) & (q <= 1)).all():
        if q.dim() == 0:
            raise RuntimeError(f"{name}() q must be in the range [0, 1] but got {q.item():g}")
        raise RuntimeError(f"{name}() q values must be in the range [0, 1]")
    whole = dim is None
    dims = input.dim()
    line = (input.flatten() if whole else input.movedim(dim, -1) if dims else input.flatten()).sort(-1).values
    nans = line.isnan()
    count = (~nans).sum(-1, keepdim=True) if ignore_nan else torch.full_like(nans[..., :1], line.shape[-1], dtype=torch.int64)
    places = q.flatten() * (count - 1).clamp(min=0).to(input.dtype)
    if not ignore_nan:
        # A line with nan has no quantile: its last element, which is nan after sorting.
        places = torch.where(nans.any(-1, keepdim=True), float(line.shape[-1] - 1), places)
    low, high = places.floor(), places.ceil()
    if interpolation == "lower":
        found = line.gather(-1, low.long())
    elif interpolation == "higher":
        found = line.gather(-1, high.long())
    elif interpolation == "nearest":
        found = line.gather(-1, places.round().long())
    else:
        share = torch.full_like(places, 0.5) if interpolation == "midpoint" else places - low
        found = torch.lerp(line.gather(-1, low.long()), line.gather(-1, high.long()), share)
    # The quantiles come first.
    found = found.movedim(-1, 0)
    if keepdim:
        found = found.reshape(-1, *[1] * dims) if whole else found.unsqueeze(dim % dims + 1)
    return found.squeeze(0) if q.dim() == 0 else found


def quantile(input, q, dim=None, keepdim=False, *, interpolation="linear"):
    """The value below which a share q of the elements lies."""
    return _quantile("quantile", input, q, dim, keepdim, interpolation, False)


def nanquantile(input, q, dim=None, keepdim=False, *, interpolation="linear"):
    """As `quantile`, as if nan were not there."""
    return _quantile("nanquantile", input, q, dim, keepdim, interpolation, True)


def cov(input, *, correction=1, fweights=None, aweights=None):
    """How the rows vary together."""
    rows = input.view(1, -1) if input.dim() < 2 else input
    weights = fweights if aweights is None else aweights if fweights is None else fweights * aweights
    if weights is None:
        count = rows.shape[1]
        mean = rows.mean(1, keepdim=True)
        total = torch.tensor(float(count), dtype=input.dtype)
        away = rows - mean
        scaled = away
    else:
        total = weights.sum().to(input.dtype)
        mean = (rows * weights).sum(1, keepdim=True) / total
        away = rows - mean
        scaled = away * weights
    if weights is None or aweights is None or correction == 0:
        norm = total - correction
    else:
        norm = total - correction * (weights * aweights).sum() / total
    return ((away @ scaled.t()) / norm.clamp(min=0)).squeeze()


def corrcoef(input):
    """How the rows vary together, from -1 to 1."""
    covariance = cov(input)
    if covariance.dim() == 0:
        return covariance / covariance
    sizes = covariance.diagonal().sqrt()
    return (covariance / sizes.unsqueeze(1) / sizes.unsqueeze(0)).clamp(-1, 1)


def diff(input, n=1, dim=-1, prepend=None, append=None):
    """The differences of neighbours, n times."""
    if input.dim() == 0:
        raise RuntimeError("diff expects input to be at least one-dimensional")
    parts = [part for part in (prepend, input, append) if part is not None]
    result = torch.cat(parts, dim) if len(parts) > 1 else input
    for _ in range(min(n, result.shape[dim])):
        size = result.shape[dim]
        after, before = result.narrow(dim, 1, size - 1), result.narrow(dim, 0, size - 1)
        result = after ^ before if result.dtype == torch.bool else after - before
    return result


def gradient(input, *, spacing=1, dim=None, edge_order=1):
    """The slope at each place, from its neighbours."""
    dims = list(range(input.dim())) if dim is None else [dim] if isinstance(dim, int) else list(dim)
    spacings = list(spacing) if isinstance(spacing, (list, tuple)) else [spacing] * len(dims)
    return tuple(_slope(input, d, s, edge_order) for d, s in zip(dims, spacings))


def _slope(input, dim, spacing, edge_order):
    size = input.shape[dim]
    if size < edge_order + 1:
        raise RuntimeError("torch.gradient expected each dimension size to be at least edge_order+1")
    at = lambda start, length: input.narrow(dim, start, length)
    if isinstance(spacing, torch.Tensor) and spacing.dim() == 1:
        shape = [1] * input.dim()
        shape[dim] = -1
        steps = (spacing[1:] - spacing[:-1]).view(shape)
        left, right = steps.narrow(dim, 0, size - 2), steps.narrow(dim, 1, size - 2)
        middle = (at(0, size - 2) * (-right / (left * (left + right))) + at(1, size - 2) * ((right - left) / (left * right))
                  + at(2, size - 2) * (left / (right * (left + right))))
        first, last = steps.narrow(dim, 0, 1), steps.narrow(dim, size - 2, 1)
    else:
        middle = (at(2, size - 2) - at(0, size - 2)) / (2 * spacing)
        first = last = spacing
    if edge_order == 1:
        ends = (at(1, 1) - at(0, 1)) / first, (at(size - 1, 1) - at(size - 2, 1)) / last
    else:
        ends = ((-1.5 * at(0, 1) + 2 * at(1, 1) - 0.5 * at(2, 1)) / first,
                (1.5 * at(size - 1, 1) - 2 * at(size - 2, 1) + 0.5 * at(size - 3, 1)) / last)
    return torch.cat([ends[0], middle, ends[1]], dim)


def _areas(y, x, dx, dim):
    """The area below each piece of a curve."""
    size = y.shape[dim]
    heights = y.narrow(dim, 1, size - 1) + y.narrow(dim, 0, size - 1)
    if x is None:
        return heights * (dx / 2)
    if x.dim() == 1:
        shape = [1] * y.dim()
        shape[dim] = -1
        x = x.view(shape)
    return heights * diff(x, dim=dim) / 2


def trapezoid(y, x=None, *, dx=1, dim=-1):
    """The area below a curve of straight pieces."""
    return _areas(y, x, dx, dim).sum(dim)


trapz = trapezoid


def cumulative_trapezoid(y, x=None, *, dx=1, dim=-1):
    """The area below a curve up to each place."""
    return _areas(y, x, dx, dim).cumsum(dim)
