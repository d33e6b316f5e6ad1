import heapq, bisect
h = []
for v, n in ((3, "c"), (1, "a"), (2, "b")): heapq.heappush(h, (v, n))
print(h[0], [heapq.heappop(h) for _ in range(3)], list(heapq.merge([1, 4], [2, 3])), heapq.heapreplace([1, 2], 5), heapq.nsmallest(2, [5, 1, 4], key=lambda x: -x))
graph = {"a": {"b": 1, "c": 4}, "b": {"c": 2, "d": 6}, "c": {"d": 3}, "d": {}}
def dijkstra(start):
    dist, todo = {start: 0}, [(0, start)]
    while todo:
        d, u = heapq.heappop(todo)
        if d > dist[u]: continue
        for v, w in graph[u].items():
            if d + w < dist.get(v, float("inf")): dist[v] = d + w; heapq.heappush(todo, (d + w, v))
    return dist
print(dijkstra("a"), [bisect.bisect([60, 70, 80, 90], s) for s in (55, 70, 95)])
