from dataclasses import dataclass
import random
class Dataset:
    def __init__(self, n): self.items = [(i, i % 3) for i in range(n)]
    def __len__(self): return len(self.items)
    def __getitem__(self, i): return self.items[i]
class Loader:
    def __init__(self, ds, batch_size, shuffle=False, drop_last=False): self.__dict__.update(locals()); del self.__dict__["self"]
    def __iter__(self):
        order = list(range(len(self.ds)))
        if self.shuffle: random.shuffle(order)
        for i in range(0, len(order), self.batch_size):
            batch = [self.ds[j] for j in order[i : i + self.batch_size]]
            if len(batch) < self.batch_size and self.drop_last: return
            yield tuple(map(list, zip(*batch)))
    def __len__(self): return len(self.ds) // self.batch_size if self.drop_last else -(-len(self.ds) // self.batch_size)
random.seed(11)
for kw in ({}, {"shuffle": True}, {"drop_last": True}):
    loader = Loader(Dataset(7), 3, **kw); print(len(loader), kw)
    for x, y in loader: print("  ", x, y)
train, test = (lambda d: (d[:5], d[5:]))(Dataset(7).items); print(len(train), len(test))
