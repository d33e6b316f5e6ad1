ops = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": lambda a, b: a / b if b else float("inf")}
for e in ("3 + 4", "10 / 4", "1 / 0", "2 ^ 3"):
    a, op, b = e.split()
    print(e, "=", ops.get(op, lambda a, b: "unknown")(int(a), int(b)))
memo = {0: 0, 1: 1}
def fib(n):
    if n not in memo: memo[n] = fib(n - 1) + fib(n - 2)
    return memo[n]
print(fib(80), len(memo)); grid = {(x, y): x * y for x in range(3) for y in range(3)}; print(grid[2, 2], sum(grid.values()), (3, 3) in grid, min(grid, key=grid.get), [k for k, v in grid.items() if v > 1])
tokens = {t: i for i, t in enumerate(sorted({"b", "a", "c"}))}; print(tokens, {i: t for t, i in tokens.items()}, [tokens.get(c, -1) for c in "abz"])
