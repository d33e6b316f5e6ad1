graph = {"a": {"b", "c"}, "b": {"d"}, "c": {"d"}, "d": {"e"}, "e": set(), "z": {"a"}}
def reach(g, start):
    seen, todo = set(), [start]
    while todo:
        n = todo.pop()
        if n not in seen: seen.add(n); todo.extend(sorted(g[n] - seen))
    return seen
print(sorted(reach(graph, "a")), sorted(reach(graph, "d")), set(graph) - reach(graph, "a"))
def topo(g):
    done, out = set(), []
    def visit(n):
        if n in done: return
        done.add(n)
        for m in sorted(g[n]): visit(m)
        out.append(n)
    for n in sorted(g): visit(n)
    return out[::-1]
print(topo(graph)); edges = {(u, v) for u, vs in graph.items() for v in vs}; print(len(edges), sorted(edges)[:3], {v for _, v in edges} == {"a", "b", "c", "d", "e"})
powerset = [{x for i, x in enumerate("abc") if n >> i & 1} for n in range(8)]; print(sorted(map(len, powerset)), sorted(max(powerset, key=len)))
