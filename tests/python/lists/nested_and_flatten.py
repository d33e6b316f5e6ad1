m = [[1, 2, 3], [4, 5, 6]]
print([x for r in m for x in r], sum(m, []), [r[::-1] for r in m], m[0][1:], m[-1][-1], len(m[0]), [[x * 2 for x in r] for r in m], max(max(r) for r in m), [r[:] for r in m] == m)
m[0][0] = [9, [8]]; print(m, m[0][0][1][0])
def flat(x): return [y for e in x for y in flat(e)] if isinstance(x, (list, tuple)) else [x]
print(flat([1, (2, [3, [4]]), []]), flat(m))
a = [1, 2, 3]; a[1:2] = [[7, 8]]; print(a, a[1][0]); a += a[:1]; print(a); a.insert(1, a[0]); print(a); print(a[len(a):], a[:0] + [0])
def depth(x): return 1 + max(map(depth, x), default=0) if isinstance(x, list) else 0
print(depth([1, [2, [3]]]), depth([]), depth(5), list(map(len, ["a", "bb"])), [*"ab", *[1]], [i for i in range(20) if not i % 7])
