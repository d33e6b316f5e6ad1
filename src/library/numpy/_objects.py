"""Arrays of anything else than numbers: of text, and of the axes that `plt.subplots` gives."""


class ObjectArray:
    """Nested lists that can be indexed with tuples, positions and masks."""

    def __init__(self, items):
        self.items = list(items)
        self.shape = (len(self.items),)
        if self.items and isinstance(self.items[0], list):
            self.shape = (len(self.items), len(self.items[0]))

    @property
    def ndim(self):
        return len(self.shape)

    @property
    def size(self):
        total = 1
        for size in self.shape:
            total *= size
        return total

    @property
    def dtype(self):
        if all(isinstance(item, str) for item in self.flatten()):
            return f"<U{max((len(item) for item in self.flatten()), default=1)}"
        return "object"

    @property
    def flat(self):
        return iter(self.flatten())

    def __len__(self):
        return len(self.items)

    def __iter__(self):
        return iter([ObjectArray(item) if isinstance(item, list) else item for item in self.items])

    def __getitem__(self, index):
        if isinstance(index, tuple):
            row, column = index
            if isinstance(row, slice):
                return ObjectArray([line[column] for line in self.items[row]])
            return self.items[row][column]
        if hasattr(index, "tolist") and getattr(index, "ndim", 0) or isinstance(index, list):
            places = index.tolist() if hasattr(index, "tolist") else index
            if places and isinstance(places[0], bool):
                places = [at for at, picked in enumerate(places) if picked]
            return ObjectArray([self.items[at] for at in places])
        item = self.items[index]
        return ObjectArray(item) if isinstance(item, list) else item

    def __setitem__(self, index, value):
        if isinstance(index, tuple):
            self.items[index[0]][index[1]] = value
        else:
            self.items[index] = value

    def __eq__(self, other):
        from ._ndarray import array

        others = list(other) if hasattr(other, "__iter__") and not isinstance(other, str) else [other] * len(self.items)
        return array([one == two for one, two in zip(self.items, others)])

    def __str__(self):
        return "[" + " ".join(map(repr, self)) + "]"

    def __repr__(self):
        kind = self.dtype if self.dtype == "object" else f"'{self.dtype}'"
        return f"array([{', '.join(map(repr, self))}], dtype={kind})"

    def tolist(self):
        return list(self.items)

    def flatten(self):
        if len(self.shape) == 1:
            return ObjectArray(self.items) if self.items else []
        return ObjectArray([item for row in self.items for item in row])

    ravel = flatten
