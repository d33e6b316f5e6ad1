tree = {"v": 1, "kids": [{"v": 2, "kids": [{"v": 4, "kids": []}]}, {"v": 3, "kids": []}]}
def dfs(t):
    yield t["v"]
    for k in t["kids"]: yield from dfs(k)
def bfs(t):
    q = [t]
    while q:
        t = q.pop(0); yield t["v"]; q += t["kids"]
def leaves(t): return (t["v"],) if not t["kids"] else tuple(x for k in t["kids"] for x in leaves(k))
print(list(dfs(tree)), list(bfs(tree)), leaves(tree), max(dfs(tree)), sum(1 for _ in bfs(tree)))
def paths(t, p=()):
    p += (t["v"],)
    if not t["kids"]: yield p
    for k in t["kids"]: yield from paths(k, p)
print(list(paths(tree)), next(paths(tree)), {p[-1]: len(p) for p in paths(tree)})
