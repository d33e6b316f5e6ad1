# Saving in the middle of training and going on gives what training in one go gives.
import io
import os

import torch
from torch import nn


def make():
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(3, 8), nn.BatchNorm1d(8), nn.Dropout(0.2), nn.ReLU(), nn.Linear(8, 1))
    optimizer = torch.optim.Adam(model.parameters(), lr=0.02)
    return model, optimizer, torch.optim.lr_scheduler.StepLR(optimizer, step_size=5, gamma=0.5)


def epoch(model, optimizer, scheduler):
    model.train()
    loss = nn.functional.mse_loss(model(x), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    scheduler.step()
    return loss.item()


torch.manual_seed(9)
x, y = torch.randn(16, 3), torch.randn(16, 1)
model, optimizer, scheduler = make()
torch.manual_seed(1)
whole = [epoch(model, optimizer, scheduler) for _ in range(12)]
model, optimizer, scheduler = make()
torch.manual_seed(1)
parts = [epoch(model, optimizer, scheduler) for _ in range(6)]
torch.save({"epoch": 6, "model": model.state_dict(), "optimizer": optimizer.state_dict(), "scheduler": scheduler.state_dict(), "rng": torch.get_rng_state()}, "checkpoint.pt")
print(os.path.exists("checkpoint.pt"), os.path.getsize("checkpoint.pt") > 1000)
model, optimizer, scheduler = make()
checkpoint = torch.load("checkpoint.pt", weights_only=True, map_location="cpu")
print(sorted(checkpoint), checkpoint["epoch"], list(checkpoint["model"])[:3])
print(model.load_state_dict(checkpoint["model"]))
optimizer.load_state_dict(checkpoint["optimizer"])
scheduler.load_state_dict(checkpoint["scheduler"])
torch.set_rng_state(checkpoint["rng"])
parts += [epoch(model, optimizer, scheduler) for _ in range(6)]
print(whole == parts, [f"{loss:.4f}" for loss in parts[::3]])
print(scheduler.last_epoch, optimizer.param_groups[0]["lr"], model[1].num_batches_tracked, scheduler.state_dict()["_last_lr"])
buffer = io.BytesIO()
torch.save(model.state_dict(), buffer)
buffer.seek(0)
state = torch.load(buffer)
print(type(state).__name__, state["0.bias"].equal(model[0].bias), list(state.keys())[:3])
state.pop("4.bias")
state["extra"] = torch.ones(1)
try:
    make()[0].load_state_dict(state)
except RuntimeError as error:
    print(error)
print(make()[0].load_state_dict(state, strict=False))
