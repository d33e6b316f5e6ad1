import math, random
random.seed(99)
print(round(sum(1 / math.factorial(k) for k in range(20)), 12), round(4 * sum((-1) ** k / (2 * k + 1) for k in range(5000)), 6), round(math.prod(1 - 1 / (4 * n * n) for n in range(1, 3000)), 5))
hits = sum(math.hypot(random.random(), random.random()) < 1 for _ in range(3000)); print(hits, 4 * hits / 3000)
def trapezoid(f, a, b, n):
    h = (b - a) / n
    return h * (f(a) / 2 + sum(f(a + i * h) for i in range(1, n)) + f(b) / 2)
print(round(trapezoid(math.sin, 0, math.pi, 200), 6), round(trapezoid(lambda x: x * x, 0, 3, 300), 4))
def bisect(f, lo, hi):
    for _ in range(60):
        mid = (lo + hi) / 2
        lo, hi = (mid, hi) if f(lo) * f(mid) > 0 else (lo, mid)
    return lo
print(round(bisect(lambda x: x ** 3 - 2, 0, 2), 10), round(bisect(math.cos, 1, 2), 10))
samples = [random.gauss(5, 2) for _ in range(1000)]; mean = sum(samples) / len(samples); print(round(mean, 6), round(math.sqrt(sum((x - mean) ** 2 for x in samples) / 999), 6), max(samples) > 9)
