# Temperature, top-k and nucleus (top-p) sampling from logits.
import torch
import torch.nn.functional as F

torch.manual_seed(0)
logits = torch.tensor([2.0, 1.0, 0.5, 0.0, -1.0, -2.0])
for temperature in (0.5, 1.0, 2.0):
    p = F.softmax(logits / temperature, dim=-1)
    entropy = -(p * p.log()).sum()
    print(temperature, p, f"entropy {entropy.item():.4f}")


def top_k(logits, k):
    kept = torch.topk(logits, k)
    return torch.full_like(logits, float("-inf")).scatter_(0, kept.indices, kept.values)


def top_p(logits, p):
    ordered, order = logits.sort(descending=True)
    cumulative = ordered.softmax(-1).cumsum(-1)
    remove = cumulative - ordered.softmax(-1) > p
    ordered = ordered.masked_fill(remove, -torch.inf)
    return torch.empty_like(logits).scatter_(0, order, ordered)


print(top_k(logits, 3))
print(top_p(logits, 0.8))
print(top_p(logits.flip(0), 0.5).softmax(-1))
for name, masked in (("all", logits), ("k", top_k(logits, 2)), ("p", top_p(logits, 0.7))):
    draws = torch.multinomial(masked.softmax(-1), 400, replacement=True)
    print(name, torch.bincount(draws, minlength=6).tolist())
distribution = torch.distributions.Categorical(logits=top_k(logits, 4))
print(distribution.probs, distribution.sample((8,)), distribution.entropy().item())
seen = torch.tensor([0, 0, 2])
penalised = logits.clone()
values = penalised[seen.unique()]
penalised[seen.unique()] = torch.where(values > 0, values / 1.3, values * 1.3)
print(penalised)
