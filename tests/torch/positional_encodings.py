# Sinusoidal, learned and rotary positions.
import math

import torch
from torch import nn


def sinusoids(length, width):
    position = torch.arange(length).unsqueeze(1)
    rate = torch.exp(torch.arange(0, width, 2) * (-math.log(10000.0) / width))
    table = torch.zeros(length, width)
    table[:, 0::2] = torch.sin(position * rate)
    table[:, 1::2] = torch.cos(position * rate)
    return table


table = sinusoids(10, 8)
print(table[:3])
print((table @ table.T)[0].round(decimals=3))


class PositionalEncoding(nn.Module):
    def __init__(self, width, dropout=0.1, longest=50):
        super().__init__()
        self.dropout = nn.Dropout(dropout)
        self.register_buffer("table", sinusoids(longest, width).unsqueeze(0), persistent=False)

    def forward(self, x):
        return self.dropout(x + self.table[:, : x.size(1)])


torch.manual_seed(0)
encode = PositionalEncoding(8)
print(list(encode.state_dict()), [name for name, _ in encode.named_buffers()])
print(encode(torch.zeros(1, 2, 8)))
print(encode.eval()(torch.zeros(1, 2, 8)).allclose(table[:2]))


def rotate(x):
    """Rotary: pairs turn by an angle that grows with the position."""
    length, width = x.shape[-2:]
    rate = 10000 ** (-torch.arange(0, width, 2) / width)
    angle = torch.outer(torch.arange(length), rate)
    a, b = x[..., 0::2], x[..., 1::2]
    turned = torch.stack([a * angle.cos() - b * angle.sin(), a * angle.sin() + b * angle.cos()], dim=-1)
    return turned.flatten(-2)


q, k = torch.randn(8).expand(6, 8), torch.randn(8).expand(6, 8)
scores = rotate(q) @ rotate(k).mT
print(scores.diagonal(), scores.diagonal(offset=1))
print(rotate(q).norm(dim=-1))
