"""Random numbers as numpy's RandomState draws them."""

import builtins

import _numpy
from .ndarray import array, asarray

__all__ = ["RandomState", "seed", "rand", "randn", "random", "random_sample", "uniform", "normal", "randint", "choice",
           "shuffle", "permutation", "standard_normal", "default_rng"]


def _count(size):
    total = 1
    for one in (size,) if isinstance(size, int) else size:
        total *= one
    return total


def _shaped(draw, size):
    """One draw, or an array of them."""
    if size is None:
        return draw()
    return array([draw() for _ in range(_count(size))], "float64").reshape(size)


class RandomState(_numpy.Bits):
    """A generator with a seed of its own."""

    def seed(self, seed=None):
        self._seed(seed)

    def random_sample(self, size=None):
        return _shaped(self._random, size)

    random = random_sample

    def rand(self, *shape):
        return self.random_sample(shape or None)

    def uniform(self, low=0.0, high=1.0, size=None):
        return _shaped(lambda: low + (high - low) * self._random(), size)

    def standard_normal(self, size=None):
        return _shaped(self._normal, size)

    def randn(self, *shape):
        return self.standard_normal(shape or None)

    def normal(self, loc=0.0, scale=1.0, size=None):
        return _shaped(lambda: loc + scale * self._normal(), size)

    def randint(self, low, high=None, size=None, dtype=None):
        low, high = (0, low) if high is None else (low, high)
        draw = lambda: low + self._below(high - low)
        return draw() if size is None else array([draw() for _ in range(_count(size))], "int64").reshape(size)

    def shuffle(self, x):
        """Fisher and Yates, from the end."""
        for i in range(len(x) - 1, 0, -1):
            j = self._below(i + 1)
            if i != j:
                x[i], x[j] = _own(x[j]), _own(x[i])

    def permutation(self, x):
        if isinstance(x, int):
            order = list(range(x))
            self.shuffle(order)
            return array(order, "int64")
        order = list(range(len(x)))
        self.shuffle(order)
        return asarray(x)[order]

    def choice(self, a, size=None, replace=True, p=None):
        items = list(range(a)) if isinstance(a, int) else asarray(a).tolist()
        count = 1 if size is None else _count(size)
        if p is not None:
            picked = [self._weighted(items, p) for _ in range(count)]
        elif replace:
            picked = [items[self._below(len(items))] for _ in range(count)]
        else:
            if count > len(items):
                raise ValueError("Cannot take a larger sample than population when 'replace=False'")
            picked = [items[i] for i in self.permutation(len(items)).tolist()[:count]]
        return picked[0] if size is None else array(picked).reshape(size)

    def _weighted(self, items, p):
        mark, total = self._random() * builtins.sum(p), 0.0
        for item, weight in zip(items, p):
            total += weight
            if mark < total:
                return item
        return items[-1]


def _own(row):
    """A row of an array that does not change with it."""
    return row.copy() if hasattr(row, "copy") else row


class _Module:
    """Where scikit-learn finds numpy's own generator."""


_rand = RandomState()
mtrand = _Module()
mtrand._rand = _rand

seed = _rand.seed
rand = _rand.rand
randn = _rand.randn
random = _rand.random
random_sample = _rand.random_sample
uniform = _rand.uniform
normal = _rand.normal
standard_normal = _rand.standard_normal
randint = _rand.randint
choice = _rand.choice
shuffle = _rand.shuffle
permutation = _rand.permutation


def default_rng(seed=None):
    """A generator. The numbers are RandomState's, not those of numpy's newer PCG64."""
    return RandomState(seed)
