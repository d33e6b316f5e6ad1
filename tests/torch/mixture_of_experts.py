# A gate sends each input to its two best experts.
import torch
import torch.nn.functional as F
from torch import nn


class Experts(nn.Module):
    def __init__(self, width, count, top):
        super().__init__()
        self.gate = nn.Linear(width, count, bias=False)
        self.experts = nn.ModuleList([nn.Sequential(nn.Linear(width, 8), nn.SiLU(), nn.Linear(8, 1)) for _ in range(count)])
        self.top = top

    def forward(self, x):
        probabilities = F.softmax(self.gate(x), dim=-1)
        weights, chosen = probabilities.topk(self.top, dim=-1)
        weights = weights / weights.sum(-1, keepdim=True)
        out = x.new_zeros(x.shape[0], 1)
        for number, expert in enumerate(self.experts):
            rows, slot = (chosen == number).nonzero(as_tuple=True)
            if rows.numel() == 0:
                continue
            out.index_add_(0, rows, weights[rows, slot].unsqueeze(1) * expert(x[rows]))
        share = F.one_hot(chosen, len(self.experts)).float().sum(1).mean(0) / self.top
        balance = len(self.experts) * (share * probabilities.mean(0)).sum()
        return out, balance, share


torch.manual_seed(0)
layer = Experts(2, 4, 2)
x = torch.randn(64, 2)
y = torch.where(x[:, :1] > 0, x[:, 1:].sin() * 2, -x[:, 1:])
optimizer = torch.optim.Adam(layer.parameters(), lr=0.02)
for step in range(80):
    out, balance, share = layer(x)
    loss = F.mse_loss(out, y) + 0.01 * balance
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    if step % 20 == 0:
        print(f"{step} loss {loss.item():.4f} balance {balance.item():.4f} share {[round(s, 2) for s in share.tolist()]}")
print(out.grad_fn.name() if hasattr(out.grad_fn, "name") else "", layer.gate.weight.grad.shape)
