import torch
import torch.nn.functional as F

torch.manual_seed(0)
data = torch.randn(50, 3) * torch.tensor([1.0, 5.0, 0.1]) + torch.tensor([0.0, 10.0, -1.0])
mean, std = data.mean(dim=0), data.std(dim=0)
normal = (data - mean) / std
print(mean, std, normal.mean(0).abs().max() < 1e-5, normal.var(0))
low, high = data.min(dim=0).values, data.max(dim=0)[0]
scaled = (data - low) / (high - low)
print(scaled.amin(), scaled.amax(), scaled.median(), torch.std(scaled, dim=0, unbiased=False))
logits = torch.randn(20, 3)
target = torch.randint(0, 3, (20,))
predicted = logits.argmax(dim=-1)
print("accuracy", (predicted == target).float().mean().item())
confusion = torch.zeros(3, 3, dtype=torch.int64)
for t, p in zip(target, predicted):
    confusion[t, p] += 1
print(confusion, confusion.diag(), confusion.sum(dim=1))
precision = confusion.diag().float() / confusion.sum(0).clamp(min=1)
recall = confusion.diag().float() / confusion.sum(1).clamp(min=1)
f1 = 2 * precision * recall / (precision + recall).clamp(min=1e-8)
print(precision, recall, f1, f1.mean())
top2 = logits.topk(2, dim=1).indices
print("top 2", (top2 == target.view(-1, 1)).any(dim=1).float().mean())
print(torch.bincount(target, minlength=3), torch.unique(predicted, return_counts=True), torch.histc(logits, bins=4, min=-2, max=2))
entropy = -(logits.softmax(-1) * logits.log_softmax(-1)).sum(-1)
print(entropy.mean(), torch.logsumexp(logits, 1)[:3], F.normalize(logits, dim=1).norm(dim=1)[:2])
r2 = 1 - ((data - mean) ** 2).sum() / ((data - data.mean()) ** 2).sum()
print(r2, torch.dist(data[0], data[1]), torch.cdist(data[:2], data[2:4]))
order = torch.argsort(data[:5, 0], descending=True)
print(order, data[order, 0], torch.sort(data[:4, 1]))
