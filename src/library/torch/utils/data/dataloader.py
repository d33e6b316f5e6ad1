"""Gives a data set out in batches."""

from _kindling import explained
import torch
from .dataset import IterableDataset
from .sampler import BatchSampler, RandomSampler, SequentialSampler


def default_collate(batch):
    """A list of items as one batch: tensors stacked, numbers as a tensor, tuples and dicts item by item.

    Example:
        from torch.utils.data import default_collate

        default_collate([(1.0, {"label": 0}), (2.0, {"label": 1})])
    """
    first = batch[0]
    if isinstance(first, torch.Tensor):
        return torch.stack(batch, 0)
    if isinstance(first, float):
        return torch.tensor(batch, dtype=torch.float64)
    if isinstance(first, int):
        return torch.tensor(batch)
    if isinstance(first, (str, bytes)):
        return batch
    if isinstance(first, dict):
        return {key: default_collate([item[key] for item in batch]) for key in first}
    if isinstance(first, tuple) and hasattr(first, "_fields"):
        return type(first)(*[default_collate(list(items)) for items in zip(*batch)])
    if isinstance(first, (tuple, list)):
        if any(len(item) != len(first) for item in batch):
            raise explained(
                RuntimeError("each element in list of batch should be of equal size"),
                "default_collate stacks the samples into one tensor, so all must have one shape. Pad them in "
                "__getitem__, or pass a collate_fn that pads.",
            )
        return [default_collate(items) for items in zip(*batch)]
    if type(first).__module__ == "numpy":
        return torch.stack([torch.as_tensor(item) for item in batch], 0)
    raise TypeError(
        "default_collate: batch must contain tensors, numpy arrays, numbers, dicts or lists; "
        f"found {type(first)}"
    )


def get_worker_info():
    """None: everything is loaded here, in the main process.

    Example:
        from torch.utils.data import get_worker_info

        get_worker_info()  # None: this is the main program
    """
    return None


class DataLoader:
    """Goes through a data set in batches.

    Args:
        dataset: what is given out
        batch_size: how many items at once; None for single items
        shuffle: whether in a new random order each time
        sampler: another order
        batch_sampler: other batches
        num_workers: accepted; the loading is done here
        collate_fn: makes a batch of a list of items
        drop_last: whether a last, smaller batch is left out
        generator: where the randomness comes from
    Example:
        from torch.utils.data import DataLoader, TensorDataset

        data = TensorDataset(torch.arange(5.0), torch.arange(5) % 2)
        for x, y in DataLoader(data, batch_size=2, shuffle=True, generator=torch.Generator().manual_seed(0)):
            print(x, y)
    """

    def __init__(self, dataset, batch_size=1, shuffle=None, sampler=None, batch_sampler=None, num_workers=0,
                 collate_fn=None, pin_memory=False, drop_last=False, timeout=0, worker_init_fn=None,
                 multiprocessing_context=None, generator=None, *, prefetch_factor=None, persistent_workers=False,
                 pin_memory_device="", in_order=True):
        if num_workers < 0:
            raise explained(
                ValueError("num_workers option should be non-negative; use num_workers=0 to disable multiprocessing."),
                "0 loads in the program itself, which is all that happens here.",
            )
        streamed = isinstance(dataset, IterableDataset)
        if streamed and shuffle:
            raise ValueError(f"DataLoader with IterableDataset: expected unspecified shuffle option, but got shuffle={shuffle}")
        if sampler is not None and shuffle:
            raise explained(
                ValueError("sampler option is mutually exclusive with shuffle"),
                "A sampler already decides the order. Leave shuffle out, or use RandomSampler.",
            )
        if batch_sampler is not None:
            if batch_size != 1 or shuffle or sampler is not None or drop_last:
                raise ValueError("batch_sampler option is mutually exclusive with batch_size, shuffle, sampler, and drop_last")
            batch_size = None
        elif batch_size is None and drop_last:
            raise ValueError("batch_size=None option disables auto-batching and is mutually exclusive with drop_last")
        self.dataset = dataset
        self.num_workers = num_workers
        self.pin_memory = pin_memory
        self.timeout = timeout
        self.worker_init_fn = worker_init_fn
        self.generator = generator
        if sampler is None and not streamed:
            sampler = RandomSampler(dataset, generator=generator) if shuffle else SequentialSampler(dataset)
        if batch_size is not None and batch_sampler is None and not streamed:
            batch_sampler = BatchSampler(sampler, batch_size, drop_last)
        self.batch_size = batch_size
        self.drop_last = drop_last
        self.sampler = sampler
        self.batch_sampler = batch_sampler
        self._batched = batch_sampler is not None or (streamed and batch_size is not None)
        self.collate_fn = collate_fn or (default_collate if self._batched else _as_tensors)

    def __iter__(self):
        # PyTorch draws a seed for its worker processes here, shuffled or not: the same numbers need the same draw.
        torch.empty((), dtype=torch.int64).random_(generator=self.generator)
        if isinstance(self.dataset, IterableDataset):
            return self._stream()
        return self._draw()

    def _draw(self):
        if self._batched:
            for indices in self.batch_sampler:
                yield self.collate_fn(self._fetch(indices))
        else:
            for index in self.sampler:
                yield self.collate_fn(self.dataset[index])

    def _fetch(self, indices):
        if hasattr(self.dataset, "__getitems__"):
            return self.dataset.__getitems__(indices)
        return [self.dataset[index] for index in indices]

    def _stream(self):
        if not self._batched:
            for item in self.dataset:
                yield self.collate_fn(item)
            return
        batch = []
        for item in self.dataset:
            batch.append(item)
            if len(batch) == self.batch_size:
                yield self.collate_fn(batch)
                batch = []
        if batch and not self.drop_last:
            yield self.collate_fn(batch)

    def __len__(self):
        if isinstance(self.dataset, IterableDataset):
            whole, rest = divmod(len(self.dataset), self.batch_size or 1)
            return whole + (rest > 0 and not self.drop_last)
        return len(self.batch_sampler if self._batched else self.sampler)


def _as_tensors(item):
    """An item that stays single: arrays become tensors."""
    if type(item).__module__ == "numpy":
        return torch.as_tensor(item)
    if isinstance(item, tuple):
        return [_as_tensors(part) for part in item]
    return item
