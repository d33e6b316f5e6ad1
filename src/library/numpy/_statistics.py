"""Reductions, order and sets."""

import builtins
import math

import _numpy
from ._creation import arange, linspace, zeros
from ._dtypes import generic
from ._ndarray import _axis, _floats, _op, array, asarray, ndarray
from ._shaping import concatenate, moveaxis, stack

__all__ = ["sum", "mean", "std", "var", "min", "max", "amin", "amax", "ptp", "argmin", "argmax", "prod", "cumsum", "cumprod",
           "any", "all", "average", "median", "percentile", "quantile", "nansum", "nanmean", "nanmax", "nanmin", "nanstd",
           "nanvar", "nanargmax", "nanargmin", "nanmedian", "nanpercentile", "sort", "argsort", "lexsort", "partition", "argpartition",
           "searchsorted", "digitize", "unique", "isin", "intersect1d", "union1d", "setdiff1d", "setxor1d", "unique_values", "unique_counts", "bincount",
           "histogram", "histogram2d", "histogram_bin_edges", "count_nonzero", "nonzero", "flatnonzero", "argwhere", "cov",
           "corrcoef", "diff", "ediff1d", "gradient", "trapezoid", "interp", "clip", "round", "around", "sort_complex",
           "cumulative_sum"]


def _method(name):
    def function(a, *args, **options):
        return getattr(asarray(a), name)(*args, **options)

    function.__name__ = name
    return function


sum = _method("sum")
mean = _method("mean")
std = _method("std")
var = _method("var")
min = amin = _method("min")
max = amax = _method("max")
ptp = _method("ptp")
argmin = _method("argmin")
argmax = _method("argmax")
prod = _method("prod")
cumsum = cumulative_sum = _method("cumsum")
cumprod = _method("cumprod")
any = _method("any")
all = _method("all")
argsort = _method("argsort")
argpartition = _method("argpartition")
searchsorted = _method("searchsorted")
nonzero = _method("nonzero")
clip = _method("clip")
round = around = _method("round")


def average(a, axis=None, weights=None, returned=False, *, keepdims=False):
    a = asarray(a)
    if weights is None:
        found, total = a.mean(axis, keepdims=keepdims), float(a.size if axis is None else a.shape[axis])
    else:
        weights = _floats(asarray(weights))
        if weights.shape != a.shape and axis is not None:
            weights = weights.reshape(tuple(-1 if d == axis % a.ndim else 1 for d in range(a.ndim)))
        total = (weights * (a * 0 + 1)).sum(axis, keepdims=keepdims)
        found = (a * weights).sum(axis, keepdims=keepdims) / total
    return (found, total) if returned else found


def _by_axis(a, axis, keepdims, reduce):
    """`reduce` of the sorted rows along an axis, or of all elements."""
    a = _floats(asarray(a))
    if axis is None:
        found = reduce(_op("sort", a.reshape(-1), -1)[0])
        return asarray(found).reshape((1,) * a.ndim) if keepdims else found
    if isinstance(axis, tuple):
        kept = [d for d in range(a.ndim) if d not in {one % a.ndim for one in axis}]
        rows = a.transpose(*kept, *axis).reshape((*[a.shape[d] for d in kept], -1))
        return reduce(_op("sort", rows, -1)[0])
    found = reduce(_op("sort", moveaxis(a, axis, -1), -1)[0])
    return _op("unsqueeze", asarray(found), axis) if keepdims else found


def _quantile(rows, q, method="linear"):
    """Between two neighbours of the sorted last axis."""
    place = (rows.shape[-1] - 1) * q
    place = {"lower": math.floor, "higher": math.ceil, "nearest": builtins.round}.get(method, float)(place)
    below = int(math.floor(place))
    low, high = rows[..., below], rows[..., builtins.min(below + 1, rows.shape[-1] - 1)]
    part = place - below
    return high - (high - low) * (1 - part) if part >= 0.5 else low + (high - low) * part


def quantile(a, q, axis=None, out=None, overwrite_input=False, method="linear", keepdims=False):
    if isinstance(q, (list, tuple, ndarray)) and asarray(q).ndim:
        return stack([asarray(quantile(a, one, axis, method=method, keepdims=keepdims)) for one in asarray(q).tolist()])
    if not 0 <= q <= 1:
        raise ValueError("Quantiles must be in the range [0, 1]")
    return _by_axis(a, axis, keepdims, lambda rows: _quantile(rows, q, method))


def percentile(a, q, axis=None, out=None, overwrite_input=False, method="linear", keepdims=False):
    q = asarray(q)
    if (q < 0).any() or (q > 100).any():
        raise ValueError("Percentiles must be in the range [0, 100]")
    return quantile(a, (q / 100) if q.ndim else q.item() / 100, axis, method=method, keepdims=keepdims)


def median(a, axis=None, out=None, overwrite_input=False, keepdims=False):
    def middle(rows):
        size = rows.shape[-1]
        return (rows[..., (size - 1) // 2] + rows[..., size // 2]) / 2 if size % 2 == 0 else rows[..., size // 2]

    return _by_axis(a, axis, keepdims, middle)


def _without_nan(name):
    """A reduction of what is a number."""

    def function(a, axis=None, **options):
        a = _floats(asarray(a))
        if axis is None:
            return getattr(a[_op("isnan", a) == False], name)(**options)  # noqa: E712
        rows = moveaxis(a, axis, -1)
        flat = rows.reshape((-1, rows.shape[-1]))
        found = [getattr(row[_op("isnan", row) == False], name)(**options) for row in flat]  # noqa: E712
        return array(found).reshape(rows.shape[:-1])

    function.__name__ = f"nan{name}"
    return function


nansum, nanmean, nanstd, nanvar = map(_without_nan, ("sum", "mean", "std", "var"))
nanmax, nanmin = map(_without_nan, ("max", "min"))


def nanargmax(a, axis=None):
    a = _floats(asarray(a))
    return _op("where", _op("isnan", a), asarray(-math.inf), a).argmax(axis)


def nanargmin(a, axis=None):
    a = _floats(asarray(a))
    return _op("where", _op("isnan", a), asarray(math.inf), a).argmin(axis)


def nanmedian(a, axis=None):
    a = _floats(asarray(a)).reshape(-1)
    return median(a[_op("isnan", a) == False])  # noqa: E712


def nanpercentile(a, q, axis=None):
    a = _floats(asarray(a)).reshape(-1)
    return percentile(a[_op("isnan", a) == False], q)  # noqa: E712


def sort(a, axis=-1, kind=None, order=None, *, stable=None):
    a = asarray(a)
    return _op("sort", a.reshape(-1), -1)[0] if axis is None else _op("sort", a, axis)[0]


sort_complex = sort


def partition(a, kth, axis=-1):
    return sort(a, axis)


def lexsort(keys, axis=-1):
    """The order by the last key, then by the one before it."""
    columns = [asarray(key).tolist() for key in keys]
    return array(builtins.sorted(range(len(columns[0])), key=lambda at: [column[at] for column in columns[::-1]]))


def digitize(x, bins, right=False):
    return asarray(bins).searchsorted(x, "left" if right else "right")


def unique(ar, return_index=False, return_inverse=False, return_counts=False, axis=None, *, equal_nan=True, sorted=True):
    ar = asarray(ar)
    if axis is not None:
        return _unique_rows(moveaxis(ar, axis, 0), return_index, return_inverse, return_counts, axis)
    flat = ar.reshape(-1)
    if not isinstance(flat, ndarray):
        values = builtins.sorted(set(flat.tolist()))
        found = array(values)
        return (found, array([flat.tolist().count(one) for one in values])) if return_counts else found
    order = flat.argsort()
    ordered = flat[order]
    first = concatenate([array([True] * builtins.min(flat.size, 1), bool), ordered[1:] != ordered[:-1]])
    results = [ordered[first]]
    places = first.nonzero()[0]
    if return_index:
        results.append(order[places])
    if return_inverse:
        inverse = zeros(flat.size, "int64")
        inverse[order] = first.astype("int64").cumsum() - 1
        results.append(inverse.reshape(ar.shape))
    if return_counts:
        results.append(diff(concatenate([places, array([flat.size])])))
    return results[0] if len(results) == 1 else tuple(results)


def _unique_rows(rows, return_index, return_inverse, return_counts, axis):
    keys = rows.reshape((rows.shape[0], -1)).tolist()
    order = builtins.sorted(range(len(keys)), key=lambda at: keys[at])
    firsts, inverse, counts = [], [0] * len(keys), []
    for at in order:
        if not firsts or keys[firsts[-1]] != keys[at]:
            firsts.append(at)
            counts.append(0)
        counts[-1] += 1
        inverse[at] = len(firsts) - 1
    results = [moveaxis(rows[firsts], 0, axis)]
    extra = ((return_index, firsts), (return_inverse, inverse), (return_counts, counts))
    results += [array(values) for wanted, values in extra if wanted]
    return results[0] if len(results) == 1 else tuple(results)


def unique_values(x):
    return unique(x)


def unique_counts(x):
    return unique(x, return_counts=True)


def isin(element, test_elements, assume_unique=False, invert=False):
    element = asarray(element)
    known = set(asarray(test_elements).reshape(-1).tolist())
    found = array([(value in known) != invert for value in element.reshape(-1).tolist()], bool)
    return found.reshape(element.shape)


def _sets(name):
    def function(ar1, ar2, assume_unique=False):
        ar1, ar2 = asarray(ar1), asarray(ar2)
        values = getattr(set(ar1.reshape(-1).tolist()), name)(ar2.reshape(-1).tolist())
        return array(builtins.sorted(values), _numpy.promoted(ar1.dtype.name, ar2.dtype.name))

    return function


intersect1d = _sets("intersection")
union1d = _sets("union")
setdiff1d = _sets("difference")
setxor1d = _sets("symmetric_difference")


def bincount(x, weights=None, minlength=0):
    x = asarray(x)
    if x.size and x.min() < 0:
        raise ValueError("'list' argument must have no negative elements")
    if weights is None:
        return _op("bincount", x.astype("int64"), None, minlength)
    return _op("bincount", x.astype("int64"), asarray(weights).astype("float64"), minlength)


def histogram_bin_edges(a, bins=10, range=None, weights=None):
    a = asarray(a)
    if not isinstance(bins, (int, generic)):
        if isinstance(bins, str):
            raise TypeError(f"bins={bins!r} is not available in Kindling")
        return asarray(bins)
    low, high = range if range is not None else (a.min(), a.max()) if a.size else (0, 1)
    if low == high:
        low, high = low - 0.5, high + 0.5
    return linspace(low, high, int(bins) + 1)


def histogram(a, bins=10, range=None, density=None, weights=None):
    a = _floats(asarray(a)).reshape(-1)
    edges = histogram_bin_edges(a, bins, range)
    last = len(edges) - 1
    inside = (a >= edges[0]) & (a <= edges[-1])
    place = edges.searchsorted(a[inside], "right") - 1
    place = place.clip(0, last - 1)
    if weights is None:
        counts = bincount(place, minlength=last)
    else:
        counts = bincount(place, asarray(weights).reshape(-1)[inside], last)
    if density:
        widths = diff(edges)
        return counts / widths / counts.sum(), edges
    return counts, edges


def histogram2d(x, y, bins=10, range=None, density=None, weights=None):
    bins = bins if isinstance(bins, (list, tuple)) else (bins, bins)
    ranges = range if range is not None else (None, None)
    edges = [histogram_bin_edges(one, count, limits) for one, count, limits in zip((x, y), bins, ranges)]
    counts = zeros(tuple(len(one) - 1 for one in edges))
    for a, b in zip(asarray(x).tolist(), asarray(y).tolist()):
        place = []
        for value, one in zip((a, b), edges):
            if one[0] <= value <= one[-1]:
                place.append(builtins.min(int(one.searchsorted(value, "right")) - 1, len(one) - 2))
        if len(place) == 2:
            counts[place[0], place[1]] += 1
    return counts, edges[0], edges[1]


def count_nonzero(a, axis=None, *, keepdims=False):
    found = (asarray(a) != 0).sum(axis, keepdims=keepdims)
    return found.item() if axis is None and not keepdims else found


def flatnonzero(a):
    return asarray(a).reshape(-1).nonzero()[0]


def argwhere(a):
    return _op("nonzero", asarray(a))


def cov(m, y=None, rowvar=True, bias=False, ddof=None):
    m = _floats(asarray(m))
    m = m.reshape(1, -1) if m.ndim == 1 else m if rowvar else m.T
    if y is not None:
        y = _floats(asarray(y))
        m = concatenate([m, y.reshape(1, -1) if y.ndim == 1 else y])
    ddof = (0 if bias else 1) if ddof is None else ddof
    centred = m - m.mean(1, keepdims=True)
    found = centred @ centred.T / (m.shape[1] - ddof)
    return found.squeeze() if found.size > 1 else found.reshape(())


def corrcoef(x, y=None, rowvar=True):
    found = cov(x, y, rowvar)
    spread = found.diagonal() ** 0.5
    return (found / spread.reshape(-1, 1) / spread.reshape(1, -1)).clip(-1, 1)


def diff(a, n=1, axis=-1):
    a = asarray(a)
    for _ in range(n):
        before = (slice(None),) * (axis % a.ndim)
        low, high = a[before + (slice(None, -1),)], a[before + (slice(1, None),)]
        a = high != low if a.dtype.kind == "b" else high - low
    return a


def ediff1d(ary):
    return diff(asarray(ary).reshape(-1))


def gradient(f, *varargs, axis=None, edge_order=1):
    """Central differences within, one-sided ones at the ends."""
    f = _floats(asarray(f))
    axes = range(f.ndim) if axis is None else axis if isinstance(axis, tuple) else (axis % f.ndim,)
    results = []
    for number, one in enumerate(axes):
        step = 1.0 if not varargs else varargs[number % len(varargs)]
        rows = moveaxis(f, one, 0)
        made = zeros(rows.shape)
        if isinstance(step, (list, tuple, ndarray)):
            x = _floats(asarray(step))
            hd, hs = diff(x)[1:], diff(x)[:-1]
            shape = (-1,) + (1,) * (rows.ndim - 1)
            hd, hs = hd.reshape(shape), hs.reshape(shape)
            made[1:-1] = -hd / (hs * (hd + hs)) * rows[:-2] + (hd - hs) / (hd * hs) * rows[1:-1] + hs / (hd * (hd + hs)) * rows[2:]
            made[0] = (rows[1] - rows[0]) / (x[1] - x[0])
            made[-1] = (rows[-1] - rows[-2]) / (x[-1] - x[-2])
        else:
            made[1:-1] = (rows[2:] - rows[:-2]) / (2.0 * step)
            made[0] = (rows[1] - rows[0]) / step
            made[-1] = (rows[-1] - rows[-2]) / step
        results.append(moveaxis(made, 0, one))
    return results[0] if len(results) == 1 else tuple(results)


def trapezoid(y, x=None, dx=1.0, axis=-1):
    y = asarray(y)
    widths = dx if x is None else diff(asarray(x))
    before = (slice(None),) * (axis % y.ndim)
    return ((y[before + (slice(1, None),)] + y[before + (slice(None, -1),)]) * widths / 2.0).sum(axis)


def interp(x, xp, fp, left=None, right=None):
    """Between the points, straight lines."""
    xs, ys = asarray(xp).tolist(), asarray(fp).tolist()

    def one(value):
        if value < xs[0]:
            return ys[0] if left is None else left
        if value > xs[-1]:
            return ys[-1] if right is None else right
        at = builtins.min(int(asarray(xp).searchsorted(value, "right")), len(xs) - 1)
        slope = (ys[at] - ys[at - 1]) / (xs[at] - xs[at - 1])
        return slope * (value - xs[at - 1]) + ys[at - 1] if value != xs[-1] else float(ys[-1])

    x = asarray(x)
    found = array([one(value) for value in x.reshape(-1).tolist()], "float64").reshape(x.shape)
    return found if x.ndim else found[()]
