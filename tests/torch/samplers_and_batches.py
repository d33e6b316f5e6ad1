# What a DataLoader is made of: sampler, batch sampler, collate.
import torch
from torch.utils.data import BatchSampler, ConcatDataset, DataLoader, Dataset, IterableDataset, RandomSampler
from torch.utils.data import SequentialSampler, TensorDataset, WeightedRandomSampler, default_collate
from torch.utils.data.dataloader import DataLoader as SameLoader

print(DataLoader is SameLoader)
data = list(range(10, 20))
print(list(SequentialSampler(data)), list(BatchSampler(SequentialSampler(data), 4, drop_last=False)))
torch.manual_seed(0)
print(list(RandomSampler(data)), list(torch.utils.data.RandomSampler(data, replacement=True, num_samples=6)))
print(list(torch.utils.data.BatchSampler(torch.utils.data.SequentialSampler(data), 3, True)))
weights = [0.1, 0.1, 5.0, 5.0]
print(torch.bincount(torch.tensor(list(WeightedRandomSampler(weights, 100))), minlength=4))
print(torch.utils.data.default_collate([(1, {"a": 0.5}), (2, {"a": 1.5})]))
print(default_collate([["x", "y"], ["z", "w"]]), default_collate([torch.zeros(2), torch.ones(2)]))


class ByLength(Dataset):
    def __init__(self, sizes):
        self.items = [torch.arange(n) for n in sizes]

    def __len__(self):
        return len(self.items)

    def __getitem__(self, i):
        return self.items[i], len(self.items[i])


def pad(batch):
    items, sizes = zip(*batch)
    return torch.nn.utils.rnn.pad_sequence(items, batch_first=True, padding_value=-1), torch.tensor(sizes)


for items, sizes in DataLoader(ByLength([2, 4, 1, 3, 2]), batch_size=2, collate_fn=pad):
    print(items.tolist(), sizes.tolist())


class Stream(IterableDataset):
    def __iter__(self):
        yield from (i * i for i in range(7))


print([b.tolist() for b in DataLoader(Stream(), batch_size=3)])
joined = ConcatDataset([TensorDataset(torch.arange(3)), TensorDataset(torch.arange(10, 12))])
print(len(joined), joined[4], [b[0].tolist() for b in DataLoader(joined, batch_size=2, drop_last=True)])
loader = DataLoader(data, batch_sampler=BatchSampler(RandomSampler(data, generator=torch.Generator().manual_seed(3)), 5, False))
print(len(loader), [b.tolist() for b in loader])
g = torch.Generator().manual_seed(7)
first = [b.tolist() for b in DataLoader(data, batch_size=4, shuffle=True, generator=g)]
g.manual_seed(7)
print(first == [b.tolist() for b in DataLoader(data, batch_size=4, shuffle=True, generator=g)], first)
