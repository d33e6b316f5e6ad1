import copy
import io

import torch
from torch import nn

torch.manual_seed(0)
model = nn.Sequential(nn.Linear(2, 3), nn.BatchNorm1d(3), nn.Linear(3, 1))
optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
x, y = torch.randn(8, 2), torch.randn(8, 1)


def train(steps):
    for _ in range(steps):
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(model(x), y)
        loss.backward()
        optimizer.step()
    return loss.item()


print(train(5))
print(list(model.state_dict().keys()))
checkpoint = {"epoch": 5, "model_state_dict": copy.deepcopy(model.state_dict()), "optimizer_state_dict": copy.deepcopy(optimizer.state_dict())}
after = train(5)
model.load_state_dict(checkpoint["model_state_dict"])
optimizer.load_state_dict(checkpoint["optimizer_state_dict"])
print(after, train(5) == after, checkpoint["epoch"])
state = optimizer.state_dict()
print(state["param_groups"][0]["lr"], state["param_groups"][0]["params"], sorted(state["state"][0]), state["state"][0]["step"])
other = nn.Sequential(nn.Linear(2, 3), nn.BatchNorm1d(3), nn.Linear(3, 1))
print(other.load_state_dict(model.state_dict()))
partial = {k: v for k, v in model.state_dict().items() if k.startswith("0.")}
result = other.load_state_dict(partial, strict=False)
print(result.missing_keys[:2], result.unexpected_keys)
buffer = io.BytesIO()
torch.save(model.state_dict(), buffer)
buffer.seek(0)
loaded = torch.load(buffer, weights_only=True)
print(all(torch.equal(a, b) for a, b in zip(loaded.values(), model.state_dict().values())), model[1].num_batches_tracked)
clone = copy.deepcopy(model)
clone[0].weight.data.zero_()
print(model[0].weight.abs().sum() > 0, clone[0].weight.sum())
for target, source in zip(clone.parameters(), model.parameters()):
    target.data.copy_(0.9 * target.data + 0.1 * source.data)
print(clone[0].weight.detach() / model[0].weight.detach())
