def search(a, x):
    lo, hi = 0, len(a)
    while lo < hi:
        mid = (lo + hi) // 2
        if a[mid] < x:
            lo = mid + 1
        else:
            hi = mid
    return lo if lo < len(a) and a[lo] == x else -1
a = [2, 3, 5, 7, 11, 13]
print([search(a, x) for x in (2, 13, 6, 7, 100)])
def merge_sort(a):
    if len(a) <= 1: return a
    m = len(a) // 2
    l, r = merge_sort(a[:m]), merge_sort(a[m:])
    out = []
    while l and r:
        out.append((l if l[0] <= r[0] else r).pop(0))
    return out + l + r
def quick(a):
    if not a: return []
    p, *rest = a
    return quick([x for x in rest if x < p]) + [p] + quick([x for x in rest if x >= p])
data = [5, 3, 8, 1, 9, 2, 7, 3]
print(merge_sort(data), quick(data), data)
import bisect
print(bisect.bisect(a, 5), bisect.bisect_left(a, 5))
bisect.insort(a, 6); print(a)
import heapq
h = data[:]; heapq.heapify(h); heapq.heappush(h, 0)
print([heapq.heappop(h) for _ in range(4)], heapq.nlargest(2, data), heapq.nsmallest(2, data))
