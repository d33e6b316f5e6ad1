data = [(2.1, 0), (1.2, 0), (3.3, 1), (4.0, 1), (2.9, 1), (0.4, 0), (3.0, 0)]
def gini(labels):
    n = len(labels)
    return 1 - sum((labels.count(c) / n) ** 2 for c in set(labels)) if n else 0
best = min(((sum(len(s) * gini(s) for s in ([y for x, y in data if x < t], [y for x, y in data if x >= t])) / len(data)), t) for t in sorted({x for x, _ in data}))
print(best)
def tree(rows, depth=0):
    labels = [y for _, y in rows]
    if depth == 2 or len(set(labels)) == 1: return max(set(labels), key=labels.count)
    _, t = min((sum(len(s) * gini(s) for s in ([y for x, y in rows if x < t], [y for x, y in rows if x >= t])), t) for t in sorted({x for x, _ in rows})[1:])
    return {"<": t, "yes": tree([r for r in rows if r[0] < t], depth + 1), "no": tree([r for r in rows if r[0] >= t], depth + 1)}
print(tree(data))
