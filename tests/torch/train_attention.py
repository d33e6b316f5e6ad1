import math

import torch
import torch.nn as nn
import torch.nn.functional as F

torch.manual_seed(0)


class Head(nn.Module):
    def __init__(self, width, size):
        super().__init__()
        self.key = nn.Linear(width, size, bias=False)
        self.query = nn.Linear(width, size, bias=False)
        self.value = nn.Linear(width, size, bias=False)
        self.register_buffer("tril", torch.tril(torch.ones(8, 8)))

    def forward(self, x):
        B, T, C = x.shape
        k, q = self.key(x), self.query(x)
        weights = q @ k.transpose(-2, -1) / math.sqrt(C)
        weights = weights.masked_fill(self.tril[:T, :T] == 0, float("-inf"))
        return F.softmax(weights, dim=-1) @ self.value(x)


x = torch.randn(2, 8, 6)
head = Head(6, 4)
out = head(x)
print(out.shape, out[0, 0], out.mean())
mha = nn.MultiheadAttention(6, 2, batch_first=True)
y, weights = mha(x, x, x)
print(y[0, 0], weights[0, 0])
layer = nn.TransformerEncoderLayer(6, 2, dim_feedforward=12, dropout=0.0, batch_first=True)
z = layer(x)
(z * torch.arange(6)).mean().backward()
print(z[0, 0], layer.linear1.weight.grad.abs().sum())
print(F.scaled_dot_product_attention(x, x, x, is_causal=True)[1, 3])
