print([x * x for x in range(5)], [x for x in range(10) if x % 2 if x > 3], [(x, y) for x in "ab" for y in range(2)])
print([[i * j for j in range(3)] for i in range(3)], [c for row in ["ab", "cd"] for c in row])
print({x: x * x for x in range(3)}, {c for c in "hello"} == set("helo"), {k: v for k, v in zip("ab", (1, 2)) if v > 1})
x = "outer"
squares = [x for x in range(3)]
print(x, sum(n for n in range(5)), max(len(w) for w in ["a", "bbb"]), list(n for n in (1, 2)))
print([f(3) for f in [lambda v, k=k: v * k for k in range(3)]], [f() for f in [lambda: k for k in range(3)]])
matrix = [[1, 2, 3], [4, 5, 6]]
print([list(r) for r in zip(*matrix)], [[row[i] for row in matrix] for i in range(3)], [y for x in matrix for y in x if y % 2 == 0])
class K:
    n = 3
    items = [i for i in range(n)]
print(K.items)
