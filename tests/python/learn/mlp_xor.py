import math, random
random.seed(7)
class Neuron:
    def __init__(self, n): self.w = [random.uniform(-1, 1) for _ in range(n)]; self.b = 0.0
    def __call__(self, x):
        self.x = x
        self.out = math.tanh(sum(w * v for w, v in zip(self.w, x)) + self.b)
        return self.out
    def backward(self, g, lr):
        g *= 1 - self.out ** 2
        dx = [g * w for w in self.w]
        self.w = [w - lr * g * v for w, v in zip(self.w, self.x)]
        self.b -= lr * g
        return dx
hidden, out = [Neuron(2) for _ in range(4)], Neuron(4)
data = [((0, 0), -1), ((0, 1), 1), ((1, 0), 1), ((1, 1), -1)]
for epoch in range(300):
    total = 0
    for x, t in data:
        y = out([h(x) for h in hidden])
        total += (y - t) ** 2
        for h, g in zip(hidden, out.backward(2 * (y - t), 0.1)): h.backward(g, 0.1)
    if epoch % 60 == 0: print(epoch, round(total, 4))
print([round(out([h(x) for h in hidden]), 2) for x, _ in data])
