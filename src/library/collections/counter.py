"""Counter: how often each thing occurs."""


def _is_mapping(other):
    return isinstance(other, dict) or hasattr(other, "items")


class Counter(dict):
    """A dict from things to how many of them there are. Things that are not in it count 0."""

    __module__ = "collections"

    def __init__(self, iterable=None, /, **counts):
        super().__init__()
        self.update(iterable, **counts)

    def __missing__(self, key):
        return 0

    def update(self, iterable=None, /, **counts):
        if iterable is not None:
            if _is_mapping(iterable):
                for key, count in iterable.items():
                    self[key] = self.get(key, 0) + count
            else:
                for key in iterable:
                    self[key] = self.get(key, 0) + 1
        for key, count in counts.items():
            self[key] = self.get(key, 0) + count

    def subtract(self, iterable=None, /, **counts):
        if iterable is not None:
            if _is_mapping(iterable):
                for key, count in iterable.items():
                    self[key] = self[key] - count
            else:
                for key in iterable:
                    self[key] = self[key] - 1
        for key, count in counts.items():
            self[key] = self[key] - count

    def most_common(self, n=None):
        """The `n` most common with their counts, the most common first."""
        order = sorted(self.items(), key=lambda pair: pair[1], reverse=True)
        return order if n is None else order[:n]

    def elements(self):
        """Each element as often as it counts."""
        for key, count in self.items():
            for _ in range(count):
                yield key

    def total(self):
        return sum(self.values())

    def copy(self):
        return Counter(self)

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError("Counter.fromkeys() is undefined.  Use Counter(iterable) instead.")

    def __delitem__(self, key):
        if key in self:
            super().__delitem__(key)

    def __eq__(self, other):
        if not isinstance(other, Counter):
            return dict(self) == other if isinstance(other, dict) else NotImplemented
        return all(self[key] == other[key] for both in (self, other) for key in both)

    __hash__ = None

    def __ne__(self, other):
        equal = self.__eq__(other)
        return equal if equal is NotImplemented else not equal

    def __le__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[key] <= other[key] for both in (self, other) for key in both)

    def __lt__(self, other):
        return self <= other and self != other if isinstance(other, Counter) else NotImplemented

    def __ge__(self, other):
        return other <= self if isinstance(other, Counter) else NotImplemented

    def __gt__(self, other):
        return other < self if isinstance(other, Counter) else NotImplemented

    def __repr__(self):
        if not self:
            return f"{type(self).__name__}()"
        try:
            shown = dict(self.most_common())
        except TypeError:
            shown = dict(self)
        return f"{type(self).__name__}({shown!r})"

    def _positive(self, pairs):
        result = Counter()
        for key, count in pairs:
            if count > 0:
                result[key] = count
        return result

    def _keys_with(self, other):
        return [*self, *(key for key in other if key not in self)]

    def __add__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self._positive((key, self[key] + other[key]) for key in self._keys_with(other))

    def __sub__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self._positive((key, self[key] - other[key]) for key in self._keys_with(other))

    def __or__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self._positive((key, max(self[key], other[key])) for key in self._keys_with(other))

    def __and__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self._positive((key, min(self[key], other[key])) for key in self)

    def __pos__(self):
        return self._positive(self.items())

    def __neg__(self):
        return self._positive((key, -count) for key, count in self.items())

    def __iadd__(self, other):
        for key, count in other.items():
            self[key] += count
        return self._keep_positive()

    def __isub__(self, other):
        for key, count in other.items():
            self[key] -= count
        return self._keep_positive()

    def _keep_positive(self):
        for key in [key for key, count in self.items() if not count > 0]:
            del self[key]
        return self
