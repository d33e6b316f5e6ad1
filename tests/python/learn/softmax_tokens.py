import math
def softmax(zs):
    m = max(zs)
    es = [math.exp(z - m) for z in zs]
    s = sum(es)
    return [e / s for e in es]
def cross_entropy(logits, target): return -math.log(softmax(logits)[target])
p = softmax([2.0, 1.0, 0.1]); print([f"{v:.4f}" for v in p], sum(p), cross_entropy([2.0, 1.0, 0.1], 0))
text = "hello world"
chars = sorted(set(text)); stoi = {c: i for i, c in enumerate(chars)}; itos = dict(enumerate(chars))
ids = [stoi[c] for c in text]; print(chars, ids, "".join(itos[i] for i in ids))
pairs = list(zip(ids, ids[1:])); counts = [[0] * len(chars) for _ in chars]
for a, b in pairs: counts[a][b] += 1
for c, row in zip(chars, counts): print(repr(c), row)
def bpe(tokens):
    while True:
        stats = {}
        for p in zip(tokens, tokens[1:]): stats[p] = stats.get(p, 0) + 1
        if not stats or max(stats.values()) < 2: return tokens
        top = max(stats, key=stats.get); out = []; i = 0
        while i < len(tokens):
            if i + 1 < len(tokens) and (tokens[i], tokens[i + 1]) == top: out.append(top[0] + top[1]); i += 2
            else: out.append(tokens[i]); i += 1
        tokens = out
print(bpe(list("low lower lowest")))
