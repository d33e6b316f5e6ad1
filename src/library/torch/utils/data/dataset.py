"""What a loader draws from."""

from _kindling import explained
import bisect
import math
import warnings

import torch


class Dataset:
    """Anything with `__getitem__` and `__len__`.

    Example:
        from torch.utils.data import Dataset

        class Squares(Dataset):
            def __len__(self):
                return 4

            def __getitem__(self, i):
                return torch.tensor(float(i)), torch.tensor(float(i * i))

        data = Squares()
        print(len(data))
        data[3]
    """

    def __getitem__(self, index):
        raise explained(
            NotImplementedError("Subclasses of Dataset should implement __getitem__."),
            "A DataLoader asks for samples by number: write `def __getitem__(self, index):`, and `def "
            "__len__(self):`.",
        )

    def __add__(self, other):
        return ConcatDataset([self, other])

    def __class_getitem__(cls, item):
        return cls


class IterableDataset(Dataset):
    """A data set that is read from front to end: a stream, with `__iter__` only.

    Example:
        from torch.utils.data import DataLoader, IterableDataset

        class Count(IterableDataset):
            def __iter__(self):
                return iter(range(5))

        list(DataLoader(Count(), batch_size=2))
    """

    def __add__(self, other):
        return ChainDataset([self, other])


class TensorDataset(Dataset):
    """The rows of tensors of equal length, side by side.

    Args:
        tensors: the tensors
    Example:
        from torch.utils.data import TensorDataset

        data = TensorDataset(torch.arange(6.0).reshape(3, 2), torch.tensor([0, 1, 0]))
        print(len(data))
        data[1]
    """

    def __init__(self, *tensors):
        if any(tensors[0].size(0) != tensor.size(0) for tensor in tensors):
            raise explained(
                AssertionError("Size mismatch between tensors"),
                "The tensors are read side by side, one row of each for a sample: all need the same length in "
                "dimension 0.",
            )
        self.tensors = tensors

    def __getitem__(self, index):
        return tuple(tensor[index] for tensor in self.tensors)

    def __len__(self):
        return self.tensors[0].size(0)


class StackDataset(Dataset):
    """Items of several data sets side by side, as a tuple or a dict.

    Example:
        from torch.utils.data import StackDataset

        pairs = StackDataset([1, 2, 3], ["a", "b", "c"])
        pairs[1]
    """

    def __init__(self, *args, **kwargs):
        if args and kwargs:
            raise ValueError("Supported either ``tuple``- (via ``args``) or ``dict``- (via ``kwargs``) like input/output, but both types are given.")
        self.datasets = args or kwargs
        sizes = [len(dataset) for dataset in (args or kwargs.values())]
        if not sizes:
            raise ValueError("At least one dataset should be passed")
        if any(size != sizes[0] for size in sizes):
            raise ValueError("Size mismatch between datasets")
        self._length = sizes[0]

    def __getitem__(self, index):
        if isinstance(self.datasets, dict):
            return {name: dataset[index] for name, dataset in self.datasets.items()}
        return tuple(dataset[index] for dataset in self.datasets)

    def __len__(self):
        return self._length


class ConcatDataset(Dataset):
    """Data sets one after the other.

    Example:
        from torch.utils.data import ConcatDataset

        both = ConcatDataset([[1, 2, 3], [10, 20]])
        print(len(both))
        both[3]
    """

    def __init__(self, datasets):
        self.datasets = list(datasets)
        if not self.datasets:
            raise AssertionError("datasets should not be an empty iterable")
        self.cumulative_sizes = []
        total = 0
        for dataset in self.datasets:
            if isinstance(dataset, IterableDataset):
                raise AssertionError("ConcatDataset does not support IterableDataset")
            total += len(dataset)
            self.cumulative_sizes.append(total)

    def __len__(self):
        return self.cumulative_sizes[-1]

    def __getitem__(self, index):
        if index < 0:
            if -index > len(self):
                raise ValueError("absolute value of index should not exceed dataset length")
            index += len(self)
        which = bisect.bisect_right(self.cumulative_sizes, index)
        before = self.cumulative_sizes[which - 1] if which else 0
        return self.datasets[which][index - before]


class ChainDataset(IterableDataset):
    """Streams one after the other.

    Example:
        from torch.utils.data import ChainDataset, IterableDataset

        class Count(IterableDataset):
            def __init__(self, start, end):
                self.range = range(start, end)

            def __iter__(self):
                return iter(self.range)

        list(ChainDataset([Count(0, 3), Count(7, 9)]))
    """

    def __init__(self, datasets):
        self.datasets = datasets

    def __iter__(self):
        for dataset in self.datasets:
            yield from dataset

    def __len__(self):
        return sum(len(dataset) for dataset in self.datasets)


class Subset(Dataset):
    """Some items of a data set, by index.

    Example:
        from torch.utils.data import Subset

        list(Subset(["a", "b", "c", "d"], [3, 1]))
    """

    def __init__(self, dataset, indices):
        self.dataset = dataset
        self.indices = indices

    def __getitem__(self, index):
        if isinstance(index, list):
            return self.dataset[[self.indices[i] for i in index]]
        return self.dataset[self.indices[index]]

    def __len__(self):
        return len(self.indices)


def random_split(dataset, lengths, generator=None):
    """Shuffles and splits into subsets of these lengths, or of these fractions of the whole.

    Example:
        from torch.utils.data import random_split

        train, test = random_split(range(10), [0.8, 0.2], generator=torch.Generator().manual_seed(0))
        print(len(train), len(test))
        list(test)
    """
    if math.isclose(sum(lengths), 1) and sum(lengths) <= 1:
        sizes = []
        for i, fraction in enumerate(lengths):
            if fraction < 0 or fraction > 1:
                raise explained(
                    ValueError(f"Fraction at index {i} is not between 0 and 1"),
                    "Fractions are shares of the dataset: [0.8, 0.2].",
                )
            sizes.append(math.floor(len(dataset) * fraction))
        for i in range(len(dataset) - sum(sizes)):
            sizes[i % len(sizes)] += 1
        lengths = sizes
        for i, length in enumerate(lengths):
            if length == 0:
                warnings.warn(f"Length of split at index {i} is 0. This might result in an empty dataset.",
                              stacklevel=2)
    if sum(lengths) != len(dataset):
        raise explained(
            ValueError("Sum of input lengths does not equal the length of the input dataset!"),
            "The parts must take up the whole dataset. Count the last one as len(dataset) minus the others, or pass "
            "fractions that add up to 1.",
        )
    order = torch.randperm(sum(lengths), generator=generator).tolist()
    subsets, end = [], 0
    for length in lengths:
        subsets.append(Subset(dataset, order[end:end + length]))
        end += length
    return subsets
