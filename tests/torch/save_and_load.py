import io
import os
import pickle
from collections import OrderedDict

import torch
import torch.nn as nn

torch.manual_seed(0)
x = torch.arange(6.0)
made = {
    "part": x[2:4], "whole": x, "state": nn.Linear(2, 3).state_dict(), "dtype": torch.float32,
    "size": torch.Size([1, 2]), "device": torch.device("cpu"), "parameter": nn.Parameter(torch.ones(2)),
    "list": [1, 2.5, "x", None, True, (1,), -7, 2**40, 2**70], "turned": torch.tensor([[1, 2], [3, 4]]).t(),
    "bool": torch.tensor([True, False]), "empty": torch.empty(0), "scalar": torch.tensor(3.5, dtype=torch.float64),
    "set": {1, 2}, "bytes": b"\x00\xff", "ordered": OrderedDict(a=1, b=2),
}
file = io.BytesIO()
torch.save(made, file)
file.seek(0)
got = torch.load(file)
for name, value in got.items():
    print(name, value)
got["whole"][2] = 100.0
print("shared:", got["part"], "strides:", got["turned"].stride(), "kind:", type(got["state"]), got["state"]._metadata)

torch.save(made, "made.pt")
print(list(torch.load("made.pt", weights_only=True, map_location="cpu")), os.path.exists("made.pt"))


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(2, 3)
        self.norm = nn.BatchNorm1d(3)

    def forward(self, x):
        return self.norm(self.linear(x))


net = Net().eval()
torch.save(net, "net.pt")
again = torch.load("net.pt", weights_only=False)
print(again, torch.equal(again(torch.ones(1, 2)), net(torch.ones(1, 2))))

for wrong in (lambda: torch.load("net.pt"), lambda: torch.load("no_file.pt"), lambda: torch.load(io.BytesIO(b""))):
    try:
        wrong()
    except Exception as error:
        print(type(error), error)

with torch.serialization.safe_globals([Net]):
    print(Net in torch.serialization.get_safe_globals())

optimizer = torch.optim.Adam(net.parameters())
net.linear.weight.sum().backward()
optimizer.step()
torch.save({"model": net.state_dict(), "optimizer": optimizer.state_dict(), "epoch": 3}, "checkpoint.pth")
checkpoint = torch.load("checkpoint.pth")
net.load_state_dict(checkpoint["model"])
optimizer.load_state_dict(checkpoint["optimizer"])
print(checkpoint["epoch"], checkpoint["optimizer"]["param_groups"], checkpoint["optimizer"]["state"][0]["exp_avg"])

print(pickle.loads(pickle.dumps(x[1:3])))
print(x.storage(), x.untyped_storage()[4:8])
