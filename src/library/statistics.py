"""Averages and spreads, computed exactly and rounded once."""

from collections import Counter
from fractions import Fraction
from math import erfc, exp, fsum, hypot, log, sqrt, tau


class StatisticsError(ValueError):
    """Too little data."""


def _exact(data):
    return [Fraction(x) for x in data]


def _as_type(value, data):
    """An exact value in the type of the data: ints stay ints where they can."""
    if all(isinstance(x, int) for x in data):
        return value.numerator if value.denominator == 1 else value.numerator / value.denominator
    if any(isinstance(x, Fraction) for x in data):
        return value
    return value.numerator / value.denominator


def _finite(data):
    return all(not isinstance(x, float) or x - x == 0 for x in data)


def mean(data):
    data = list(data)
    if not data:
        raise StatisticsError("mean requires at least one data point")
    if not _finite(data):
        return sum(data) / len(data)
    return _as_type(sum(_exact(data)) / len(data), data)


def fmean(data, weights=None):
    data = list(data)
    if not data:
        raise StatisticsError("fmean requires at least one data point")
    if weights is None:
        return fsum(data) / len(data)
    weights = list(weights)
    return fsum(x * w for x, w in zip(data, weights)) / fsum(weights)


def geometric_mean(data):
    return exp(fmean(map(log, data)))


def harmonic_mean(data, weights=None):
    data = list(data)
    if not data:
        raise StatisticsError("harmonic_mean requires at least one data point")
    if any(x < 0 for x in data):
        raise StatisticsError("harmonic mean does not support negative values")
    if 0 in data:
        return 0
    weights = [1] * len(data) if weights is None else list(weights)
    return _as_type(Fraction(sum(weights)) / sum(Fraction(w) / Fraction(x) for x, w in zip(data, weights)), data)


def median(data):
    data = sorted(data)
    n = len(data)
    if n == 0:
        raise StatisticsError("no median for empty data")
    return data[n // 2] if n % 2 else (data[n // 2 - 1] + data[n // 2]) / 2


def median_low(data):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data[(len(data) - 1) // 2]


def median_high(data):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data[len(data) // 2]


def mode(data):
    pairs = Counter(iter(data)).most_common(1)
    if not pairs:
        raise StatisticsError("no mode for empty data")
    return pairs[0][0]


def multimode(data):
    counts = Counter(iter(data))
    most = max(counts.values(), default=0)
    return [value for value, count in counts.items() if count == most]


def quantiles(data, *, n=4, method="exclusive"):
    if n < 1:
        raise StatisticsError("n must be at least 1")
    data = sorted(data)
    size = len(data)
    if size < 2:
        raise StatisticsError("must have at least two data points")
    result = []
    for i in range(1, n):
        if method == "inclusive":
            m = size - 1
            j, delta = divmod(i * m, n)
            result.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
        else:
            m = size + 1
            j = i * m // n
            j = 1 if j < 1 else size - 1 if j > size - 1 else j
            delta = i * m - j * n
            result.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
    return result


def _squares(data, center=None):
    exact = _exact(data)
    middle = sum(exact) / len(exact) if center is None else Fraction(center)
    return sum((x - middle) ** 2 for x in exact)


def variance(data, xbar=None):
    data = list(data)
    if len(data) < 2:
        raise StatisticsError("variance requires at least two data points")
    return _as_type(_squares(data, xbar) / (len(data) - 1), data)


def pvariance(data, mu=None):
    data = list(data)
    if not data:
        raise StatisticsError("pvariance requires at least one data point")
    return _as_type(_squares(data, mu) / len(data), data)


def _root(value):
    """The correctly rounded square root of a fraction."""
    from math import isqrt

    n, m = value.numerator, value.denominator
    if not n:
        return 0.0
    shift = (n.bit_length() - m.bit_length() - 109) // 2
    if shift >= 0:
        top = _odd_root(n, m << 2 * shift, isqrt) << shift
        return top / 1
    return _odd_root(n << -2 * shift, m, isqrt) / (1 << -shift)


def _odd_root(n, m, isqrt):
    a = isqrt(n // m)
    return a | (a * a * m != n)


def stdev(data, xbar=None):
    data = list(data)
    if len(data) < 2:
        raise StatisticsError("stdev requires at least two data points")
    return _root(_squares(data, xbar) / (len(data) - 1))


def pstdev(data, mu=None):
    data = list(data)
    if not data:
        raise StatisticsError("pstdev requires at least one data point")
    return _root(_squares(data, mu) / len(data))


def covariance(x, y, /):
    n = len(x)
    if len(y) != n:
        raise StatisticsError("covariance requires that both inputs have same number of data points")
    if n < 2:
        raise StatisticsError("covariance requires at least two data points")
    xbar, ybar = fsum(x) / n, fsum(y) / n
    return fsum((a - xbar) * (b - ybar) for a, b in zip(x, y)) / (n - 1)


def correlation(x, y, /):
    n = len(x)
    if len(y) != n:
        raise StatisticsError("correlation requires that both inputs have same number of data points")
    if n < 2:
        raise StatisticsError("correlation requires at least two data points")
    xbar, ybar = fsum(x) / n, fsum(y) / n
    sxy = fsum((a - xbar) * (b - ybar) for a, b in zip(x, y))
    sxx = fsum((d := a - xbar) * d for a in x)
    syy = fsum((d := b - ybar) * d for b in y)
    try:
        return sxy / sqrt(sxx * syy)
    except ZeroDivisionError:
        raise StatisticsError("at least one of the inputs is constant") from None


class LinearRegression(tuple):
    slope = property(lambda self: self[0])
    intercept = property(lambda self: self[1])

    def __repr__(self):
        return f"LinearRegression(slope={self[0]!r}, intercept={self[1]!r})"


def linear_regression(x, y, /, *, proportional=False):
    n = len(x)
    if len(y) != n:
        raise StatisticsError("linear regression requires that both inputs have same number of data points")
    if n < 2:
        raise StatisticsError("linear regression requires at least two data points")
    if proportional:
        return LinearRegression((fsum(a * b for a, b in zip(x, y)) / fsum(a * a for a in x), 0.0))
    xbar, ybar = fsum(x) / n, fsum(y) / n
    sxy = fsum((a - xbar) * (b - ybar) for a, b in zip(x, y))
    sxx = fsum((d := a - xbar) * d for a in x)
    if not sxx:
        raise StatisticsError("x is constant")
    slope = sxy / sxx
    return LinearRegression((slope, ybar - slope * xbar))


class NormalDist:
    """A normal distribution."""

    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError("sigma must be non-negative")
        self.mean, self.stdev = float(mu), float(sigma)

    @classmethod
    def from_samples(cls, data):
        data = list(data)
        return cls(fmean(data), stdev(data))

    @property
    def variance(self):
        return self.stdev**2

    def pdf(self, x):
        diff = x - self.mean
        return exp(diff * diff / (-2.0 * self.variance)) / sqrt(tau * self.variance)

    def cdf(self, x):
        return 0.5 * erfc((self.mean - x) / (self.stdev * sqrt(2.0)))

    def zscore(self, x):
        return (x - self.mean) / self.stdev

    def __add__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self.mean + other.mean, hypot(self.stdev, other.stdev))
        return NormalDist(self.mean + other, self.stdev)

    def __mul__(self, k):
        return NormalDist(self.mean * k, self.stdev * abs(k))

    __rmul__ = __mul__

    def __repr__(self):
        return f"NormalDist(mu={self.mean!r}, sigma={self.stdev!r})"
