def f(w): return (w[0] * 2 - 3) ** 2 + w[0] * w[1]
def grad(w): return [4 * (w[0] * 2 - 3) + w[1], w[0]]
def numeric(w, e=1e-6): return [(f([v + e * (i == j) for j, v in enumerate(w)]) - f([v - e * (i == j) for j, v in enumerate(w)])) / (2 * e) for i in range(len(w))]
for w in ([1.0, 2.0], [0.0, -1.0]): print(grad(w), [round(g, 4) for g in numeric(w)])
