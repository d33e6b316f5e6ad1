import random
random.seed(0)
xs = [i / 10 for i in range(30)]
ys = [2 * x + 1 + random.gauss(0, 0.1) for x in xs]
w = b = 0.0
lr = 0.1
for step in range(201):
    grads = [(w * x + b - y) for x, y in zip(xs, ys)]
    loss = sum(g * g for g in grads) / len(xs)
    dw = 2 * sum(g * x for g, x in zip(grads, xs)) / len(xs)
    db = 2 * sum(grads) / len(xs)
    w -= lr * dw; b -= lr * db
    if step % 50 == 0: print(f"step {step:3d} loss {loss:.5f} w {w:.4f} b {b:.4f}")
