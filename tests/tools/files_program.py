"""What both engines run on the files of tests/data/files: a model with the state dict of one of them."""

import torch
import torch.nn as nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.embed = nn.Embedding(5, 4)
        self.conv = nn.Conv1d(4, 6, 3, padding=1)
        self.norm = nn.BatchNorm1d(6)
        self.lstm = nn.LSTM(6, 3, batch_first=True, bidirectional=True)
        self.out = nn.Linear(6, 2)

    def forward(self, tokens):
        x = self.norm(self.conv(self.embed(tokens).transpose(1, 2)))
        return self.out(self.lstm(x.transpose(1, 2))[0])


def made(seed):
    """What is written: a trained model's state, its optimizer's, and tensors that share memory."""
    torch.manual_seed(seed)
    net = Net()
    optimizer = torch.optim.Adam(net.parameters(), lr=0.01)
    tokens = torch.tensor([[0, 1, 2], [3, 4, 0]])
    for _ in range(3):
        optimizer.zero_grad()
        net(tokens).square().mean().backward()
        optimizer.step()
    whole = torch.arange(12.0)
    return {
        "model": net.state_dict(), "optimizer": optimizer.state_dict(), "epoch": 3, "losses": [1.5, 0.25],
        "whole": whole, "part": whole[3:9].view(2, 3).t(), "int": torch.tensor([1, -2]), "bool": torch.tensor([True]),
        "parameter": nn.Parameter(torch.ones(2, dtype=torch.float64)), "size": torch.Size([2, 3]), "dtype": torch.int32,
    }


def show(checkpoint, state):
    """What is read, as both print it."""
    for name, value in checkpoint.items():
        if name not in ("model", "optimizer"):
            print(name, value)
    checkpoint["whole"][4] = -1.0
    print(checkpoint["part"], checkpoint["part"].stride())
    for state in (checkpoint["model"], state):
        net = Net()
        print(net.load_state_dict(state))
        print(net.eval()(torch.tensor([[4, 3, 2, 1]])))
    optimizer = torch.optim.Adam(net.parameters())
    optimizer.load_state_dict(checkpoint["optimizer"])
    print(optimizer.param_groups[0]["lr"], optimizer.state_dict()["state"][3]["exp_avg"])
