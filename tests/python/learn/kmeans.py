import random
random.seed(2)
pts = [(random.gauss(cx, 0.3), random.gauss(cy, 0.3)) for cx, cy in ((0, 0), (3, 3), (0, 3)) for _ in range(10)]
centers = random.sample(pts, 3)
for it in range(10):
    groups = [[] for _ in centers]
    for p in pts: groups[min(range(3), key=lambda k: sum((a - b) ** 2 for a, b in zip(p, centers[k])))].append(p)
    new = [tuple(sum(c) / len(g) for c in zip(*g)) if g else c0 for g, c0 in zip(groups, centers)]
    if new == centers: break
    centers = new
print(it, sorted((round(x, 2), round(y, 2)) for x, y in centers), sorted(map(len, groups)))
