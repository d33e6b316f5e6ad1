import random
random.seed(3)
data = [((x, y), 1 if x + 2 * y > 1 else -1) for x, y in ((random.uniform(-1, 2), random.uniform(-1, 2)) for _ in range(60))]
w, b = [0.0, 0.0], 0.0
for epoch in range(20):
    errors = 0
    for (x, y), t in data:
        if t * (w[0] * x + w[1] * y + b) <= 0:
            w = [w[0] + t * x, w[1] + t * y]
            b += t
            errors += 1
    print(epoch, errors, [round(v, 3) for v in w], round(b, 3))
    if errors == 0: break
