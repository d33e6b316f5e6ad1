"""Random numbers, the same as numpy's: RandomState (MT19937) behind `np.random.seed`, and `default_rng` (PCG64)."""

import builtins
import math

import _numpy
from ._algebra import where
from ._creation import full, zeros
from ._dtypes import generic, int64
from ._ndarray import _as_array, _op, array, asarray, ndarray
from ._shaping import broadcast_shapes, moveaxis

__all__ = ["RandomState", "Generator", "default_rng", "seed", "rand", "randn", "random", "random_sample", "ranf", "sample",
           "uniform", "normal", "standard_normal", "randint", "choice", "shuffle", "permutation", "exponential",
           "standard_exponential", "lognormal", "laplace", "logistic", "gumbel", "rayleigh", "bytes"]


def _count(size):
    total = 1
    for one in size if isinstance(size, (tuple, list)) else (size,):
        total *= int(one)
    return total


class _Draws:
    """What both kinds of generator can do. `size` is None for one number, or the shape of an array of them."""

    def _shaped(self, one, many, size):
        return one() if size is None else many(_count(size)).reshape(size)

    def _spread(self, many, size, *parameters):
        """Draws for parameters that may be arrays: one for each element of what they broadcast to."""
        shape = broadcast_shapes(*[asarray(one).shape for one in parameters]) if size is None else size
        return many(_count(shape)).reshape(shape)

    def random(self, size=None):
        """Uniform in [0, 1)."""
        return self._shaped(self._random, self._randoms, size)

    def uniform(self, low=0.0, high=1.0, size=None):
        """Uniform in [low, high)."""
        if isinstance(low, (list, tuple, ndarray)) or isinstance(high, (list, tuple, ndarray)):
            low, high = asarray(low), asarray(high)
            return low + (high - low) * self._spread(self._randoms, size, low, high)
        low, high = float(low), float(high)
        return self._shaped(lambda: low + (high - low) * self._random(), lambda count: low + (high - low) * self._randoms(count), size)

    def standard_normal(self, size=None):
        return self._shaped(self._normal, self._normals, size)

    def normal(self, loc=0.0, scale=1.0, size=None):
        if isinstance(loc, (list, tuple, ndarray)) or isinstance(scale, (list, tuple, ndarray)):
            return asarray(loc) + asarray(scale) * self._spread(self._normals, size, loc, scale)
        loc, scale = float(loc), float(scale)
        if scale < 0:
            raise ValueError("scale < 0")
        return self._shaped(lambda: loc + scale * self._normal(), lambda count: loc + scale * self._normals(count), size)

    def lognormal(self, mean=0.0, sigma=1.0, size=None):
        drawn = self.normal(mean, sigma, size)
        return math.exp(drawn) if size is None else _op("exp", drawn)

    def bytes(self, length):
        return builtins.bytes(self._integers(0, 256, length).tolist())

    def shuffle(self, x, axis=0):
        """Fisher and Yates, from the end, in place."""
        if isinstance(x, ndarray):
            rows = moveaxis(x, axis, 0)
            rows[...] = rows[self._order(len(rows))]
            return
        for i in range(len(x) - 1, 0, -1):
            j = self._place(i)
            x[i], x[j] = x[j], x[i]

    def permutation(self, x, axis=0):
        if isinstance(x, (int, generic)):
            return self._order(int(x))
        rows = moveaxis(asarray(x), axis, 0)
        return moveaxis(rows[self._order(len(rows))], 0, axis)

    def _weighted(self, count, p, size, replace):
        """Positions drawn with these probabilities."""
        p = asarray(p, "float64")
        if len(p) != count:
            raise ValueError("a and p must have same size")
        if (p < 0).any():
            raise ValueError("probabilities are not non-negative")
        if abs(p.sum() - 1) > 1.5e-8:
            raise ValueError("probabilities do not sum to 1")
        draws = 1 if size is None else _count(size)
        if replace:
            edges = p.cumsum()
            edges = edges / edges[-1]
            return edges.searchsorted(self._randoms(draws), "right")
        if (p > 0).sum() < draws:
            raise ValueError("Fewer non-zero entries in p than size")
        found, p = [], p.copy()
        while len(found) < draws:
            x = self._randoms(draws - len(found))
            if found:
                p[found] = 0
            edges = p.cumsum()
            edges = edges / edges[-1]
            for place in edges.searchsorted(x, "right").tolist():
                if place not in found:
                    found.append(place)
        return array(found)

    def _chosen(self, a, places, size, axis=0):
        """The items at these places."""
        if size is None:
            place = places.reshape(-1)[0]
            return place if isinstance(a, (int, generic)) else asarray(a).take([place], axis).squeeze(axis)[()] if asarray(a).ndim > 1 else asarray(a)[place.item()]
        places = places.reshape(size)
        if isinstance(a, (int, generic)):
            return places
        return asarray(a).take(places, axis) if isinstance(asarray(a), ndarray) else asarray(a)[places.reshape(-1)]


class RandomState(_numpy.Bits, _Draws):
    """A generator with a seed of its own, as numpy had it before 2019."""

    def seed(self, seed=None):
        self._seed(seed)

    def random_sample(self, size=None):
        return self.random(size)

    def rand(self, *shape):
        return self.random(shape or None)

    def randn(self, *shape):
        return self.standard_normal(shape or None)

    def randint(self, low, high=None, size=None, dtype=int):
        low, high = (0, low) if high is None else (low, high)
        low, high = int(low), int(high)
        if size is None:
            return low + self._below(high - low)
        return self._integers(low, high - low, _count(size)).reshape(size).astype(dtype)

    def standard_exponential(self, size=None):
        return self._shaped(lambda: -math.log(1.0 - self._random()), lambda count: -_op("log", 1.0 - self._randoms(count)), size)

    def exponential(self, scale=1.0, size=None):
        return scale * self.standard_exponential(size)

    def laplace(self, loc=0.0, scale=1.0, size=None):
        def of(u):
            return loc + scale * math.log(u + u) if u < 0.5 else loc - scale * math.log(2.0 - u - u)

        drawn = [of(u) for u in self._randoms(1 if size is None else _count(size)).tolist()]
        return drawn[0] if size is None else array(drawn).reshape(size)

    def logistic(self, loc=0.0, scale=1.0, size=None):
        drawn = [loc + scale * math.log(u / (1.0 - u)) for u in self._randoms(1 if size is None else _count(size)).tolist()]
        return drawn[0] if size is None else array(drawn).reshape(size)

    def gumbel(self, loc=0.0, scale=1.0, size=None):
        drawn = [loc - scale * math.log(-math.log(1.0 - u)) for u in self._randoms(1 if size is None else _count(size)).tolist()]
        return drawn[0] if size is None else array(drawn).reshape(size)

    def rayleigh(self, scale=1.0, size=None):
        drawn = [scale * math.sqrt(-2.0 * math.log(1.0 - u)) for u in self._randoms(1 if size is None else _count(size)).tolist()]
        return drawn[0] if size is None else array(drawn).reshape(size)

    def choice(self, a, size=None, replace=True, p=None):
        count = int(a) if isinstance(a, (int, generic)) else len(a)
        if count <= 0:
            raise ValueError("a must be greater than 0 unless no samples are taken" if isinstance(a, int) else "'a' cannot be empty unless no samples are taken")
        draws = 1 if size is None else _count(size)
        if not replace and draws > count:
            raise ValueError("Cannot take a larger sample than population when 'replace=False'")
        if p is not None:
            places = self._weighted(count, p, size, replace)
        elif replace:
            places = self._integers(0, count, draws)
        else:
            places = self._order(count)[:draws]
        chosen = self._chosen(a, places, size)
        return int(chosen) if size is None and isinstance(a, int) else chosen


class Generator(_numpy.Pcg, _Draws):
    """What `default_rng` makes."""

    def __repr__(self):
        return f"Generator(PCG64) at 0x{id(self):X}"

    __str__ = lambda self: "Generator(PCG64)"

    def random(self, size=None, dtype=float, out=None):
        return super().random(size)

    def standard_normal(self, size=None, dtype=float, out=None):
        return super().standard_normal(size)

    def integers(self, low, high=None, size=None, dtype=int64, endpoint=False):
        low, high = (0, low) if high is None else (low, high)
        low, high = int(low), int(high) + bool(endpoint)
        if high <= low:
            raise ValueError("low > high" if endpoint else "low >= high")
        if size is None:
            return asarray(low + self._below(high - low), dtype)[()]
        return self._integers(low, high - low, _count(size)).reshape(size).astype(dtype)

    def choice(self, a, size=None, replace=True, p=None, axis=0, shuffle=True):
        count = int(a) if isinstance(a, (int, generic)) else asarray(a).shape[axis]
        draws = 1 if size is None else _count(size)
        if count <= 0 and draws:
            raise ValueError("a must be a positive integer unless no samples are taken" if isinstance(a, int) else "a cannot be empty unless no samples are taken")
        if not replace and draws > count:
            raise ValueError("Cannot take a larger sample than population when replace is False")
        if p is not None:
            places = self._weighted(count, p, size, replace)
        elif replace:
            places = self._integers(0, count, draws)
        else:
            places = array(self._without_replacement(count, draws, shuffle), "int64")
        return self._chosen(a, places, size, axis)

    def _without_replacement(self, count, draws, shuffle):
        """Floyd's algorithm, or the end of a shuffled range where much of a large one is drawn."""
        if count > 10000 and draws > count // (50 if shuffle else 20):
            order = list(range(count))
            self._swap(order, builtins.max(count - draws, 1))
            return order[count - draws:]
        found, known = [], set()
        for top in range(count - draws, count):
            place = self._below(top + 1)
            place = top if place in known else place
            known.add(place)
            found.append(place)
        if shuffle:
            self._swap(found, 1)
        return found

    def _swap(self, items, first):
        for i in range(len(items) - 1, first - 1, -1):
            j = self._below(i + 1)
            items[i], items[j] = items[j], items[i]

    def permuted(self, x, *, axis=None, out=None):
        if axis is None:
            x = asarray(x)
            return x.reshape(-1)[self._order(x.size)].reshape(x.shape)
        rows = moveaxis(asarray(x), axis, -1)
        flat = rows.reshape((-1, rows.shape[-1]))
        shuffled = [row[self._order(len(row))] for row in flat]
        return moveaxis(_op("stack", shuffled).reshape(rows.shape), -1, axis)


class _Module:
    """Where scikit-learn finds numpy's own generator."""


_rand = RandomState()
mtrand = _Module()
mtrand._rand = _rand

seed = _rand.seed
rand = _rand.rand
randn = _rand.randn
random = _rand.random
random_sample = ranf = sample = _rand.random_sample
uniform = _rand.uniform
normal = _rand.normal
standard_normal = _rand.standard_normal
randint = _rand.randint
choice = _rand.choice
shuffle = _rand.shuffle
permutation = _rand.permutation
exponential = _rand.exponential
standard_exponential = _rand.standard_exponential
lognormal = _rand.lognormal
laplace = _rand.laplace
logistic = _rand.logistic
gumbel = _rand.gumbel
rayleigh = _rand.rayleigh
bytes = _rand.bytes


def default_rng(seed=None):
    """A new generator; without a seed the same one every time, for there is no chance here."""
    return seed if isinstance(seed, Generator) else Generator(seed)
