import random, math
random.seed(8)
class Linear:
    def __init__(self): self.w, self.b = random.gauss(0, 0.1), 0.0
    def __call__(self, x): return self.w * x + self.b
    def step(self, gw, gb, lr): self.w -= lr * gw; self.b -= lr * gb
sigmoid = lambda x: 1 / (1 + math.exp(-x))
G, D = Linear(), Linear()
history = {"d": [], "g": []}
for step in range(50):
    real, z = random.gauss(3, 0.1), random.gauss(0, 1); fake = G(z)
    pr, pf = sigmoid(D(real)), sigmoid(D(fake))
    D.step(-(1 - pr) * real + pf * fake, -(1 - pr) + pf, 0.05)
    pf = sigmoid(D(G(z))); g = -(1 - pf) * D.w
    G.step(g * z, g, 0.05)
    history["d"].append(-math.log(pr) - math.log(1 - pf)); history["g"].append(-math.log(pf))
    if step % 10 == 0: print(f"{step:>3} d {history['d'][-1]:.4f} g {history['g'][-1]:.4f} G({G.w:+.3f}, {G.b:+.3f})")
print({k: round(sum(v) / len(v), 4) for k, v in history.items()})
