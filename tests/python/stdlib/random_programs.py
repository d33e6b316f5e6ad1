import random
random.seed(1337)
inside = sum(random.random() ** 2 + random.random() ** 2 <= 1 for _ in range(2000))
print(4 * inside / 2000)
walk = [0]
for _ in range(10): walk.append(walk[-1] + random.choice([-1, 1]))
print(walk)
weights = [[random.uniform(-1, 1) for _ in range(3)] for _ in range(2)]
print([[round(w, 4) for w in r] for r in weights])
data = [(i, i % 2) for i in range(8)]
random.shuffle(data); n = int(0.75 * len(data)); print(data[:n], data[n:])
deck = [f"{r}{s}" for s in "SHDC" for r in "A23"]; random.shuffle(deck); print(deck[:5])
names = ["ann", "bob", "cat"]; print(random.choices(names, weights=[5, 1, 1], k=8), random.sample(names, 3), [random.randint(1, 6) for _ in range(10)])
print([round(random.gauss(10, 2), 3) for _ in range(5)])
