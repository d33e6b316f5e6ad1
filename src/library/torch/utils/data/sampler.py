"""In which order items are drawn."""

from _kindling import explained
import torch


class Sampler:
    """Gives indices, one after the other.

    Example:
        from torch.utils.data import Sampler

        class Backwards(Sampler):
            def __init__(self, data):
                self.data = data

            def __iter__(self):
                return iter(range(len(self.data) - 1, -1, -1))

        list(Backwards("abc"))
    """

    def __init__(self, data_source=None):
        pass

    def __iter__(self):
        raise NotImplementedError

    def __class_getitem__(cls, item):
        return cls


class SequentialSampler(Sampler):
    """From front to end.

    Example:
        from torch.utils.data import SequentialSampler

        list(SequentialSampler("abc"))
    """

    def __init__(self, data_source):
        self.data_source = data_source

    def __iter__(self):
        return iter(range(len(self.data_source)))

    def __len__(self):
        return len(self.data_source)


def _fresh_seed():
    """A seed drawn from the global generator."""
    return torch.empty((), dtype=torch.int64).random_().item()


class RandomSampler(Sampler):
    """Shuffled: every item once, or any item any time with replacement.

    Args:
        data_source: what is drawn from
        replacement: whether an item may come again
        num_samples: how many; all of them if None
        generator: where the randomness comes from
    Example:
        from torch.utils.data import RandomSampler

        torch.manual_seed(0)
        list(RandomSampler(range(6)))
    """

    def __init__(self, data_source, replacement=False, num_samples=None, generator=None):
        self.data_source = data_source
        self.replacement = replacement
        self._num_samples = num_samples
        self.generator = generator
        if not isinstance(replacement, bool):
            raise TypeError(f"replacement should be a boolean value, but got replacement={replacement}")
        if not isinstance(self.num_samples, int) or self.num_samples <= 0:
            raise ValueError(f"num_samples should be a positive integer value, but got num_samples={self.num_samples}")

    @property
    def num_samples(self):
        return len(self.data_source) if self._num_samples is None else self._num_samples

    def __iter__(self):
        n = len(self.data_source)
        generator = self.generator
        if generator is None:
            generator = torch.Generator()
            generator.manual_seed(_fresh_seed())
        if self.replacement:
            for _ in range(self.num_samples // 32):
                yield from torch.randint(n, (32,), dtype=torch.int64, generator=generator).tolist()
            yield from torch.randint(n, (self.num_samples % 32,), dtype=torch.int64, generator=generator).tolist()
        else:
            for _ in range(self.num_samples // n):
                yield from torch.randperm(n, generator=generator).tolist()
            yield from torch.randperm(n, generator=generator).tolist()[:self.num_samples % n]

    def __len__(self):
        return self.num_samples


class SubsetRandomSampler(Sampler):
    """These indices, shuffled.

    Example:
        from torch.utils.data import SubsetRandomSampler

        torch.manual_seed(0)
        list(SubsetRandomSampler([2, 3, 5, 7]))
    """

    def __init__(self, indices, generator=None):
        self.indices = indices
        self.generator = generator

    def __iter__(self):
        for i in torch.randperm(len(self.indices), generator=self.generator).tolist():
            yield self.indices[i]

    def __len__(self):
        return len(self.indices)


class WeightedRandomSampler(Sampler):
    """Indices drawn with these weights.

    Args:
        weights: how likely each is, not necessarily summing to 1
        num_samples: how many to draw
        replacement: whether an index may come again
    Example:
        from torch.utils.data import WeightedRandomSampler

        torch.manual_seed(0)
        list(WeightedRandomSampler([0.1, 0.1, 0.8], num_samples=8))
    """

    def __init__(self, weights, num_samples, replacement=True, generator=None):
        if not isinstance(num_samples, int) or isinstance(num_samples, bool) or num_samples <= 0:
            raise ValueError(f"num_samples should be a positive integer value, but got num_samples={num_samples}")
        if not isinstance(replacement, bool):
            raise ValueError(f"replacement should be a boolean value, but got replacement={replacement}")
        self.weights = torch.as_tensor(weights, dtype=torch.double)
        if self.weights.dim() != 1:
            raise ValueError(f"weights should be a 1d sequence but given weights have shape {tuple(self.weights.shape)}")
        self.num_samples = num_samples
        self.replacement = replacement
        self.generator = generator

    def __iter__(self):
        drawn = torch.multinomial(self.weights, self.num_samples, self.replacement, generator=self.generator)
        yield from drawn.tolist()

    def __len__(self):
        return self.num_samples


class BatchSampler(Sampler):
    """Groups what a sampler gives into lists.

    Args:
        sampler: where the indices come from
        batch_size: how many in a list
        drop_last: whether a last, shorter list is left out
    Example:
        from torch.utils.data import BatchSampler, SequentialSampler

        list(BatchSampler(SequentialSampler(range(7)), batch_size=3, drop_last=False))
    """

    def __init__(self, sampler, batch_size, drop_last):
        if not isinstance(batch_size, int) or isinstance(batch_size, bool) or batch_size <= 0:
            raise explained(
                ValueError(f"batch_size should be a positive integer value, but got batch_size={batch_size}"),
                "A batch needs at least one sample. With batch_size=None samples come one by one, without a batch "
                "dimension.",
            )
        if not isinstance(drop_last, bool):
            raise ValueError(f"drop_last should be a boolean value, but got drop_last={drop_last}")
        self.sampler = sampler
        self.batch_size = batch_size
        self.drop_last = drop_last

    def __iter__(self):
        batch = []
        for index in self.sampler:
            batch.append(index)
            if len(batch) == self.batch_size:
                yield batch
                batch = []
        if batch and not self.drop_last:
            yield batch

    def __len__(self):
        whole, rest = divmod(len(self.sampler), self.batch_size)
        return whole + (rest > 0 and not self.drop_last)
