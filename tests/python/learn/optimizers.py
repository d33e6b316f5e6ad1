class SGD:
    def __init__(self, params, lr, momentum=0.0): self.params, self.lr, self.m, self.v = params, lr, momentum, [0.0] * len(params)
    def step(self, grads):
        for i, g in enumerate(grads):
            self.v[i] = self.m * self.v[i] + g
            self.params[i] -= self.lr * self.v[i]
class Adam:
    def __init__(self, params, lr=0.1, betas=(0.9, 0.999), eps=1e-8): self.params, self.lr, self.betas, self.eps, self.t = params, lr, betas, eps, 0; self.m = [0.0] * len(params); self.s = self.m[:]
    def step(self, grads):
        self.t += 1; b1, b2 = self.betas
        for i, g in enumerate(grads):
            self.m[i] = b1 * self.m[i] + (1 - b1) * g; self.s[i] = b2 * self.s[i] + (1 - b2) * g * g
            self.params[i] -= self.lr * (self.m[i] / (1 - b1 ** self.t)) / ((self.s[i] / (1 - b2 ** self.t)) ** 0.5 + self.eps)
f = lambda p: (p[0] - 3) ** 2 + 10 * (p[1] + 1) ** 2
df = lambda p: [2 * (p[0] - 3), 20 * (p[1] + 1)]
for name, make in {"sgd": lambda p: SGD(p, 0.02), "momentum": lambda p: SGD(p, 0.02, 0.9), "adam": lambda p: Adam(p, 0.3)}.items():
    p = [0.0, 0.0]; opt = make(p)
    for step in range(60): opt.step(df(p))
    print(f"{name:>9} {f(p):.6f} [{p[0]:.4f}, {p[1]:.4f}]")
