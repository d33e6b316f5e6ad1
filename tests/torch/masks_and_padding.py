# Masks: causal, padding, combined; means and softmax over what is there.
import torch
import torch.nn.functional as F

tokens = torch.tensor([[5, 2, 9, 0], [3, 0, 0, 0]])
present = tokens != 0
print(present, present.sum(1), (~present).nonzero())
causal = torch.triu(torch.ones(4, 4, dtype=torch.bool), diagonal=1)
print(causal.int())
scores = torch.arange(16.0).reshape(1, 4, 4).repeat(2, 1, 1) / 10
hidden = causal | ~present[:, None, :]
weights = scores.masked_fill(hidden, float("-inf")).softmax(-1)
print(weights[0], weights[1], sep="\n")
all_hidden = torch.full((2, 3), float("-inf"))
print(all_hidden.softmax(-1), all_hidden.softmax(-1).nan_to_num(0.0))
x = torch.arange(24.0).reshape(2, 4, 3)
mean = (x * present.unsqueeze(-1)).sum(1) / present.sum(1, keepdim=True)
print(mean, x.masked_fill(~present[..., None], -torch.inf).amax(1))
filled = x[..., 0].clone()
filled[present] = 0
print(filled, x[present].shape, torch.masked_select(x[..., 0], present))
filled.masked_scatter_(present, torch.tensor([1.5, 2.5, 3.5, 4.5]))
print(filled)
q = torch.linspace(-1, 1, 24).reshape(2, 4, 3)
out = F.scaled_dot_product_attention(q, q, q, is_causal=True)
by_mask = F.scaled_dot_product_attention(q, q, q, attn_mask=~causal)
print(torch.allclose(out, by_mask), out[0, 0], q[0, 0])
lengths = torch.tensor([3, 1])
print(torch.arange(4).expand(2, 4) < lengths.unsqueeze(1))
print(torch.where(present, tokens, -1), torch.tril_indices(3, 3), torch.ones(3, 3).tril(-1))
