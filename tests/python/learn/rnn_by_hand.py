import math, random
random.seed(5)
def rand(n, m): return [[random.uniform(-0.5, 0.5) for _ in range(m)] for _ in range(n)]
def mv(W, v): return [sum(w * x for w, x in zip(r, v)) for r in W]
vocab = sorted(set("hello")); ix = {c: i for i, c in enumerate(vocab)}
Wxh, Whh, Why = rand(6, len(vocab)), rand(6, 6), rand(len(vocab), 6)
h = [0.0] * 6; loss = 0
for c, t in zip("hell", "ello"):
    x = [float(i == ix[c]) for i in range(len(vocab))]
    h = [math.tanh(a + b) for a, b in zip(mv(Wxh, x), mv(Whh, h))]
    z = mv(Why, h); m = max(z); e = [math.exp(v - m) for v in z]; p = [v / sum(e) for v in e]
    loss -= math.log(p[ix[t]])
    print(c, "->", t, [f"{v:.4f}" for v in p])
print(f"{loss:.6f}", [round(v, 5) for v in h])
