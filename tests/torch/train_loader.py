import torch
from torch import nn
from torch.utils.data import DataLoader, Dataset, TensorDataset, random_split


class Squares(Dataset):
    def __init__(self, n):
        self.x = torch.arange(n, dtype=torch.float32).unsqueeze(1) / n

    def __len__(self):
        return len(self.x)

    def __getitem__(self, i):
        return self.x[i], self.x[i] ** 2


torch.manual_seed(0)
data = Squares(50)
train, test = random_split(data, [40, 10])
print(len(train), len(test), train.indices[:5])
loader = DataLoader(train, batch_size=8, shuffle=True)
model = nn.Sequential(nn.Linear(1, 16), nn.ReLU(), nn.Linear(16, 1))
optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
for epoch in range(5):
    total = 0.0
    for x, y in loader:
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(model(x), y)
        loss.backward()
        optimizer.step()
        total += loss.item() * len(x)
    print(epoch, total / len(train))
for x, y in DataLoader(test, batch_size=4):
    print(x.shape, y.shape)
both = TensorDataset(torch.arange(5), torch.arange(5) * 10)
print(both[2], len(both), [batch for batch in DataLoader(both, batch_size=2, drop_last=True)])
g = torch.Generator().manual_seed(3)
for batch in DataLoader(both, batch_size=3, shuffle=True, generator=g):
    print(batch)
