import torch
from torch.utils.data import (
    BatchSampler, ConcatDataset, DataLoader, Dataset, IterableDataset, RandomSampler, SequentialSampler, Subset,
    SubsetRandomSampler, TensorDataset, WeightedRandomSampler, default_collate, random_split,
)


class Squares(Dataset):
    def __init__(self, n, transform=None):
        self.n, self.transform = n, transform

    def __len__(self):
        return self.n

    def __getitem__(self, index):
        value = index**2
        return {"x": torch.tensor([index, value]), "y": float(value), "name": str(index)} if self.transform is None else self.transform(value)


class Stream(IterableDataset):
    def __iter__(self):
        return iter(range(5))


torch.manual_seed(0)
for batch in DataLoader(Squares(5), batch_size=2):
    print(batch)
print([b.tolist() for b in DataLoader(Squares(7, lambda v: v), batch_size=3, shuffle=True, drop_last=True)])
print([b for b in DataLoader(Stream(), batch_size=2)])
data = TensorDataset(torch.arange(10).float(), torch.arange(10) % 2)
print(data[3], len(data), data[2:4])
train, test = random_split(data, [7, 3], generator=torch.Generator().manual_seed(42))
print(len(train), [int(x) for x, _ in test], train.indices)
print(list(SequentialSampler(range(3))), list(RandomSampler(range(5))), list(BatchSampler(SequentialSampler(range(5)), 2, False)))
print(list(SubsetRandomSampler([3, 4, 5])), list(WeightedRandomSampler([0.1, 0.9, 0.0], 5)))
print([y.tolist() for _, y in DataLoader(Subset(data, [0, 2, 4, 6]), batch_size=4)], len(ConcatDataset([train, test])))
loader = DataLoader(data, batch_size=4, collate_fn=lambda items: torch.stack([x for x, _ in items]).sum(), num_workers=0, pin_memory=False)
print(len(loader), [b.item() for b in loader], loader.batch_size, type(loader.dataset).__name__)
print(default_collate([(1, 2.0, "a"), (3, 4.0, "b")]), default_collate([torch.ones(2), torch.zeros(2)]))
x, y = next(iter(DataLoader(data, batch_size=3, shuffle=True, generator=torch.Generator().manual_seed(1))))
print(x, y)
train, validation, test = random_split(range(10), [0.5, 0.3, 0.2], generator=torch.Generator().manual_seed(0))
print(len(train), len(validation), len(test))
