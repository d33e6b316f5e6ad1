# Accuracy, precision, recall, F1 and a ROC curve from counts.
import torch

torch.manual_seed(0)
classes = 4
truth = torch.randint(0, classes, (200,))
noise = torch.randn(200, classes)
logits = torch.nn.functional.one_hot(truth, classes) * 1.5 + noise
predicted = logits.argmax(dim=-1)
matrix = torch.zeros(classes, classes, dtype=torch.long)
matrix.index_put_((truth, predicted), torch.ones(200, dtype=torch.long), accumulate=True)
by_bincount = torch.bincount(truth * classes + predicted, minlength=classes**2).reshape(classes, classes)
print(matrix, torch.equal(matrix, by_bincount))
hits = matrix.diag()
precision = hits / matrix.sum(0)
recall = hits / matrix.sum(1)
f1 = 2 * precision * recall / (precision + recall)
print(f"accuracy {hits.sum().item() / matrix.sum().item():.3f} macro F1 {f1.mean().item():.4f}")
print(precision, recall, sep="\n")
top2 = logits.topk(2).indices.eq(truth[:, None]).any(1).float().mean()
print("top 2", top2)
po = hits.sum() / matrix.sum()
pe = (matrix.sum(0) * matrix.sum(1)).sum() / matrix.sum() ** 2
print("kappa", (po - pe) / (1 - pe))
positive = truth == 0
scores = logits[:, 0].sigmoid()
order = scores.argsort(descending=True)
tpr = positive[order].cumsum(0) / positive.sum()
fpr = (~positive[order]).cumsum(0) / (~positive).sum()
print("area under the curve", torch.trapezoid(tpr, fpr))
greater = (scores[positive][:, None] > scores[~positive]).float().mean()
print("by pairs", greater)
edges = torch.linspace(0, 1, 6)
bins = torch.bucketize(scores, edges[1:-1])
confidence = torch.zeros(5).index_add_(0, bins, scores) / torch.bincount(bins, minlength=5)
print(bins.bincount(minlength=5), confidence)
