import math
def dot(a, b): return sum(x * y for x, y in zip(a, b))
def softmax(v): m = max(v); e = [math.exp(x - m) for x in v]; return [x / sum(e) for x in e]
def attention(q, k, v, causal=False):
    out = []
    for i, qi in enumerate(q):
        scores = [dot(qi, kj) / math.sqrt(len(qi)) if not causal or j <= i else -math.inf for j, kj in enumerate(k)]
        w = softmax(scores)
        out.append([round(sum(a * row[c] for a, row in zip(w, v)), 4) for c in range(len(v[0]))])
    return out
x = [[1, 0, 1], [0, 2, 0], [1, 1, 1]]
print(attention(x, x, x)); print(attention(x, x, x, causal=True))
pos = [[round(math.sin(p / 10000 ** (2 * (i // 2) / 4)) if i % 2 == 0 else math.cos(p / 10000 ** (2 * (i // 2) / 4)), 3) for i in range(4)] for p in range(3)]
print(pos)
