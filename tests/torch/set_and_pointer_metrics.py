# Distances and scores between sets: cosine, cdist, IoU of boxes, non-maximum suppression, edit distance, BLEU-like overlap.
import torch
import torch.nn.functional as F

a = torch.tensor([[0.0, 0.0, 2.0, 2.0], [1.0, 1.0, 3.0, 3.0], [5.0, 5.0, 6.0, 6.0]])
b = torch.tensor([[0.0, 0.0, 2.0, 2.0], [1.5, 1.5, 2.5, 2.5]])


def area(boxes):
    return (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])


def iou(a, b):
    corner = torch.maximum(a[:, None, :2], b[None, :, :2])
    other = torch.minimum(a[:, None, 2:], b[None, :, 2:])
    common = (other - corner).clamp(min=0).prod(dim=2)
    return common / (area(a)[:, None] + area(b) - common)


print(iou(a, b), iou(a, a))


def nms(boxes, scores, limit):
    order = scores.argsort(descending=True)
    kept = []
    while order.numel():
        best = order[0]
        kept.append(best.item())
        order = order[1:][iou(boxes[best : best + 1], boxes[order[1:]])[0] <= limit]
    return kept


print(nms(a, torch.tensor([0.9, 0.8, 0.7]), 0.1), nms(a, torch.tensor([0.2, 0.8, 0.7]), 0.5))


def edit(s, t):
    d = torch.zeros(len(s) + 1, len(t) + 1, dtype=torch.int64)
    d[:, 0], d[0] = torch.arange(len(s) + 1), torch.arange(len(t) + 1)
    for i in range(1, len(s) + 1):
        for j in range(1, len(t) + 1):
            change = 0 if s[i - 1] == t[j - 1] else 1
            d[i, j] = min(d[i - 1, j] + 1, d[i, j - 1] + 1, d[i - 1, j - 1] + change)
    return d


print(edit("kitten", "sitting")[-1, -1].item(), edit("ab", "b"))
x, y = torch.tensor([[1.0, 2.0], [3.0, 4.0]]), torch.tensor([[2.0, 1.0], [0.0, 0.0]])
print(F.cosine_similarity(x, y), F.pairwise_distance(x, y), torch.cdist(x, y), torch.cdist(x, y, p=1.0), F.pdist(torch.cat([x, y])))
p, q = torch.tensor([0.1, 0.4, 0.5]), torch.tensor([0.3, 0.3, 0.4])
print((p * (p / q).log()).sum(), F.kl_div(q.log(), p, reduction="sum"), torch.cumsum(p - q, 0).abs().sum())
pred, mask = torch.tensor([[1, 1, 0], [0, 1, 0]]).bool(), torch.tensor([[1, 0, 0], [0, 1, 1]]).bool()
print("dice", 2 * (pred & mask).sum() / (pred.sum() + mask.sum()), "iou", (pred & mask).sum() / (pred | mask).sum())
