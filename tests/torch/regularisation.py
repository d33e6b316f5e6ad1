import torch
from torch import nn

torch.manual_seed(0)
x, y = torch.randn(30, 10), torch.randn(30, 1)


def fit(l1=0.0, l2=0.0, weight_decay=0.0, dropout=0.0):
    torch.manual_seed(1)
    model = nn.Sequential(nn.Linear(10, 8), nn.ReLU(), nn.Dropout(dropout), nn.Linear(8, 1))
    optimizer = torch.optim.SGD(model.parameters(), lr=0.05, weight_decay=weight_decay)
    for _ in range(200):
        loss = nn.functional.mse_loss(model(x), y)
        penalty = sum(p.abs().sum() for p in model.parameters()) * l1 + sum((p**2).sum() for p in model.parameters()) * l2
        optimizer.zero_grad()
        (loss + penalty).backward()
        optimizer.step()
    model.eval()
    with torch.no_grad():
        total = nn.functional.mse_loss(model(x), y).item()
    return round(total, 4), round(nn.utils.parameters_to_vector(model.parameters()).norm().item(), 4)


print("plain", fit())
print("l1", fit(l1=0.01))
print("l2", fit(l2=0.05))
print("decay", fit(weight_decay=0.1))
print("dropout", fit(dropout=0.4))
drop = nn.Dropout(p=0.5)
ones = torch.ones(3, 6)
print(drop(ones), drop.eval()(ones).equal(ones))
bn = nn.BatchNorm1d(2, momentum=0.5)
bn(torch.tensor([[1.0, 2.0], [3.0, 6.0]]))
print(bn.running_mean, bn.running_var, bn.num_batches_tracked)
