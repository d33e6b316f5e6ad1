def is_palindrome(s):
    s = [c.lower() for c in s if c.isalnum()]
    i, j = 0, len(s) - 1
    while i < j:
        if s[i] != s[j]: return False
        i, j = i + 1, j - 1
    return True
print([is_palindrome(s) for s in ("A man, a plan, a canal: Panama", "ab", "", "x")])
def moving(xs, k): return [sum(xs[i : i + k]) / k for i in range(len(xs) - k + 1)]
print(moving([1, 2, 3, 4, 5], 2), moving([1.0], 3))
def pairs_with_sum(xs, t):
    seen, out = set(), []
    for x in xs:
        if t - x in seen: out.append((t - x, x))
        seen.add(x)
    return out
print(pairs_with_sum([1, 5, 3, 7, 9, -1], 8))
def rle(s):
    out, prev, n = [], None, 0
    for c in [*s, None]:
        if c == prev: n += 1
        else:
            if prev is not None: out.append((prev, n))
            prev, n = c, 1
    return out
print(rle("aaabccd"), "".join(c * n for c, n in rle("aab")))
grid = [["."] * 4 for _ in range(3)]; grid[1][2] = "#"; print("\n".join("".join(r) for r in grid)); print([list(r) for r in zip(*grid[::-1])])
