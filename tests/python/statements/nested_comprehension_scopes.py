x = 10
print([x for x in range(3)], x, [[y * x for y in range(2)] for x in range(3)], {x: [x + y for y in "ab"] for x in "cd"}, [(lambda: x)() for x in range(2)], x)
def f():
    n = 2
    return [n * i for i in range(3)], [[n + j for j in range(i)] for i in range(n)], {k: n for k in "ab"}, list(n * i for i in range(2)), n
print(f())
fs = [lambda v, i=i: v + i for i in range(3)]; print([g(10) for g in fs], [a + b for a in [1, 2] for b in [10, 20] if a + b != 12], [c for w in ["ab", "cd"] for c in w if c not in "bc"])
class C:
    k = [1, 2]
    total = sum(v for v in k)
    doubled = [v * 2 for v in k]
print(C.total, C.doubled, [i if i % 2 else -i for i in range(5)], [(i, j) for i in range(3) for j in range(i)], sum([[1] * n for n in range(3)], []), any(v == 2 for v in C.k))
