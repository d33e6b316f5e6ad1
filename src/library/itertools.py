"""Iterators out of iterators."""

_missing = object()


class count:
    """`start, start + step, start + 2 * step, ...` without end."""

    def __init__(self, start=0, step=1):
        self._next = start
        self._step = step

    def __iter__(self):
        return self

    def __next__(self):
        value = self._next
        self._next = value + self._step
        return value

    def __repr__(self):
        step = "" if self._step == 1 and isinstance(self._step, int) else f", {self._step!r}"
        return f"count({self._next!r}{step})"


class repeat:
    """The same thing again and again."""

    def __init__(self, object, times=None):
        self._object = object
        self._left = times if times is None else max(times, 0)

    def __iter__(self):
        return self

    def __next__(self):
        if self._left is not None:
            if self._left == 0:
                raise StopIteration
            self._left -= 1
        return self._object

    def __repr__(self):
        return f"repeat({self._object!r})" if self._left is None else f"repeat({self._object!r}, {self._left})"


def cycle(iterable):
    saved = []
    for item in iterable:
        yield item
        saved.append(item)
    while saved:
        yield from saved


class chain:
    """The items of the first iterable, then of the next."""

    def __init__(self, *iterables):
        self._items = _chained(iterables)

    @classmethod
    def from_iterable(cls, iterables):
        self = cls()
        self._items = _chained(iterables)
        return self

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._items)


def _chained(iterables):
    for iterable in iterables:
        yield from iterable


def accumulate(iterable, func=None, *, initial=None):
    """Running totals, or running results of `func`."""
    iterator = iter(iterable)
    total = initial
    if initial is None:
        try:
            total = next(iterator)
        except StopIteration:
            return
    yield total
    for item in iterator:
        total = total + item if func is None else func(total, item)
        yield total


def islice(iterable, *args):
    """`iterable[start:stop:step]` of any iterator, without negative numbers."""
    bounds = slice(*args)
    start, stop, step = bounds.start or 0, bounds.stop, 1 if bounds.step is None else bounds.step
    for bound in (start, stop):
        if bound is not None and (not isinstance(bound, int) or bound < 0):
            what = "Stop argument" if len(args) == 1 else "Indices"
            raise ValueError(f"{what} for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
    if not isinstance(step, int) or step < 1:
        raise ValueError("Step for islice() must be a positive integer or None.")
    return _sliced(iter(iterable), start, stop, step)


def _sliced(iterator, start, stop, step):
    at, wanted = 0, start
    while stop is None or at < stop:
        if at < wanted and stop is not None and wanted >= stop:
            # Nothing more to give, but the items up to `stop` are used up.
            for item in iterator:
                at += 1
                if at >= stop:
                    return
            return
        try:
            item = next(iterator)
        except StopIteration:
            return
        if at == wanted:
            yield item
            wanted += step
        at += 1


def takewhile(predicate, iterable):
    for item in iterable:
        if not predicate(item):
            return
        yield item


def dropwhile(predicate, iterable):
    iterator = iter(iterable)
    for item in iterator:
        if not predicate(item):
            yield item
            break
    yield from iterator


def filterfalse(predicate, iterable):
    for item in iterable:
        if not (item if predicate is None else predicate(item)):
            yield item


def compress(data, selectors):
    return (item for item, keep in zip(data, selectors) if keep)


def starmap(function, iterable):
    for args in iterable:
        yield function(*args)


def pairwise(iterable):
    iterator = iter(iterable)
    for previous in iterator:
        break
    else:
        return
    for item in iterator:
        yield previous, item
        previous = item


def zip_longest(*iterables, fillvalue=None):
    iterators = [iter(iterable) for iterable in iterables]
    live = len(iterators)
    while live:
        row = []
        for i, iterator in enumerate(iterators):
            item = fillvalue if iterator is None else next(iterator, _missing)
            if item is _missing:
                iterators[i] = None
                live -= 1
                if not live:
                    return
                item = fillvalue
            row.append(item)
        yield tuple(row)


def product(*iterables, repeat=1):
    """Every way to take one item of each, the last one changing fastest."""
    pools = [tuple(iterable) for iterable in iterables] * repeat
    if not all(pools):
        return
    places = [0] * len(pools)
    while True:
        yield tuple([pool[i] for pool, i in zip(pools, places)])
        for k in reversed(range(len(pools))):
            places[k] += 1
            if places[k] < len(pools[k]):
                break
            places[k] = 0
        else:
            return


def permutations(iterable, r=None):
    pool = tuple(iterable)
    n = len(pool)
    r = n if r is None else r
    if r > n:
        return
    indices = list(range(n))
    cycles = list(range(n, n - r, -1))
    yield tuple([pool[i] for i in indices[:r]])
    while n:
        for i in reversed(range(r)):
            cycles[i] -= 1
            if cycles[i] == 0:
                indices[i:] = indices[i + 1:] + indices[i:i + 1]
                cycles[i] = n - i
            else:
                j = cycles[i]
                indices[i], indices[-j] = indices[-j], indices[i]
                yield tuple([pool[i] for i in indices[:r]])
                break
        else:
            return


def combinations(iterable, r):
    pool = tuple(iterable)
    n = len(pool)
    if r > n:
        return
    indices = list(range(r))
    while True:
        yield tuple([pool[i] for i in indices])
        for i in reversed(range(r)):
            if indices[i] != i + n - r:
                break
        else:
            return
        indices[i] += 1
        for j in range(i + 1, r):
            indices[j] = indices[j - 1] + 1


def combinations_with_replacement(iterable, r):
    pool = tuple(iterable)
    n = len(pool)
    if not n and r:
        return
    indices = [0] * r
    while True:
        yield tuple([pool[i] for i in indices])
        for i in reversed(range(r)):
            if indices[i] != n - 1:
                break
        else:
            return
        indices[i:] = [indices[i] + 1] * (r - i)


class groupby:
    """Runs of items with the same key: pairs of the key and an iterator over the run."""

    def __init__(self, iterable, key=None):
        self._iterator = iter(iterable)
        self._key = key
        self._item = self._current = self._group = _missing

    def __iter__(self):
        return self

    def _advance(self):
        # At the end the iterator stays ended: StopIteration goes up.
        self._item = next(self._iterator)
        self._current = self._item if self._key is None else self._key(self._item)

    def __next__(self):
        # What the last group did not use is skipped.
        while self._current is self._group or self._current == self._group:
            self._turn = None
            self._advance()
        self._group = self._current
        self._turn = object()
        return self._current, self._run(self._group, self._turn)

    def _run(self, group, turn):
        while self._turn is turn and self._current == group:
            yield self._item
            try:
                self._advance()
            except StopIteration:
                # No key is equal to the run's own any more, and the next group finds nothing.
                self._current = self._group
                self._turn = None
                return


class _Tee:
    """One of several iterators over the same items. Links are made as the first of them goes ahead."""

    def __init__(self, iterator, link):
        self._iterator = iterator
        self._link = link

    def __iter__(self):
        return self

    def __next__(self):
        link = self._link
        if not link:
            link.extend((next(self._iterator), []))
        value, self._link = link
        return value

    def __copy__(self):
        return _Tee(self._iterator, self._link)


def tee(iterable, n=2):
    if n < 0:
        raise ValueError("n must be >= 0")
    iterator, link = iter(iterable), []
    return tuple([_Tee(iterator, link) for _ in range(n)])


def batched(iterable, n):
    iterator = iter(iterable)
    while batch := tuple(islice(iterator, n)):
        yield batch
