# Five folds: each part is the validation set once.
import torch
from torch import nn
from torch.utils.data import DataLoader, Subset, TensorDataset, SubsetRandomSampler

torch.manual_seed(0)
x = torch.linspace(-2, 2, 50).unsqueeze(1)
y = 0.5 * x**3 - x + 0.1 * torch.randn_like(x)
dataset = TensorDataset(x, y)
folds = torch.randperm(len(dataset)).chunk(5)
scores = []
for k, held_out in enumerate(folds):
    train_indices = torch.cat([fold for i, fold in enumerate(folds) if i != k])
    train = DataLoader(dataset, batch_size=10, sampler=SubsetRandomSampler(train_indices))
    valid = DataLoader(Subset(dataset, held_out.tolist()), batch_size=len(held_out))
    torch.manual_seed(k)
    model = nn.Sequential(nn.Linear(1, 10), nn.Tanh(), nn.Linear(10, 1))
    optimizer = torch.optim.Adam(model.parameters(), lr=0.05)
    for epoch in range(15):
        model.train()
        for xb, yb in train:
            optimizer.zero_grad()
            loss = nn.functional.mse_loss(model(xb), yb)
            loss.backward()
            optimizer.step()
    model.eval()
    with torch.no_grad():
        xb, yb = next(iter(valid))
        scores.append(nn.functional.mse_loss(model(xb), yb).item())
    print(f"fold {k}: {len(train_indices)} to learn, {len(held_out)} to judge, error {scores[-1]:.4f}")
scores = torch.tensor(scores)
print(f"{scores.mean().item():.4f} +- {scores.std().item():.4f}")
print(sorted(torch.cat(folds).tolist()) == list(range(50)))
