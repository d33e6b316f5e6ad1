import random
random.seed(12)
Q = {(s, a): 0.0 for s in range(5) for a in (-1, 1)}
for episode in range(60):
    s, steps = 0, 0
    while s != 4 and steps < 50:
        a = random.choice((-1, 1)) if random.random() < 0.2 else max((-1, 1), key=lambda a: Q[s, a])
        n = min(max(s + a, 0), 4); r = 1.0 if n == 4 else -0.01
        Q[s, a] += 0.5 * (r + 0.9 * max(Q[n, -1], Q[n, 1]) * (n != 4) - Q[s, a])
        s, steps = n, steps + 1
    if episode % 15 == 0: print(episode, steps)
for s in range(4): print(s, " ".join(f"{a:+d}:{Q[s, a]:.4f}" for a in (-1, 1)), "->", max((-1, 1), key=lambda a: Q[s, a]))
