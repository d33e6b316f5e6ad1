import math

import torch
import torch.nn.functional as F
from torch import nn

torch.manual_seed(1337)
B, T, C, head = 2, 5, 8, 4
x = torch.randn(B, T, C)
key, query, value = (nn.Linear(C, head, bias=False) for _ in range(3))
k, q, v = key(x), query(x), value(x)
wei = q @ k.transpose(-2, -1) * head**-0.5
tril = torch.tril(torch.ones(T, T))
wei = wei.masked_fill(tril == 0, float("-inf"))
wei = F.softmax(wei, dim=-1)
out = wei @ v
print(wei[0], out.shape, out.var(), wei.sum(-1))
same = F.scaled_dot_product_attention(q, k, v, is_causal=True)
print(torch.allclose(out, same, atol=1e-6), (out - same).abs().max() < 1e-5)
mean1 = torch.zeros((B, T, C))
for b in range(B):
    for t in range(T):
        mean1[b, t] = torch.mean(x[b, : t + 1], 0)
weights = tril / tril.sum(1, keepdim=True)
print(torch.allclose(mean1, weights @ x, atol=1e-6))
out.sum().backward()
print(key.weight.grad.abs().sum(), query.weight.grad[0], value.weight.grad.norm())
scores = torch.einsum("btd,bsd->bts", q, k) / math.sqrt(head)
print(torch.allclose(scores.masked_fill(tril == 0, float("-inf")).softmax(-1), wei))
