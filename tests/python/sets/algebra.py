a, b = {1, 2, 3, 4}, {3, 4, 5}
print(a & b, a | b, a - b, a ^ b, a.intersection(b, [3]), a.union([9]), a.difference([1], [2]), a.symmetric_difference(b))
print(a <= b, {3} <= a, {3} < {3}, a >= {1, 2}, a.issubset(range(9)), a.issuperset([1]), a.isdisjoint([8]), a == {4, 3, 2, 1}, a != b, {1} < {1, 2})
c = set(a); c &= b; print(c); c |= {8}; print(c); c -= {3}; print(c); c ^= {4, 6}; print(c)
a.intersection_update([1, 2]); a.difference_update([1]); a.symmetric_difference_update([2, 7]); print(a)
print(frozenset("ab") == set("ab"), hash(frozenset([1, 2])) == hash(frozenset([2, 1])), {frozenset([1])}, frozenset([1]) | {2}, type({1} | frozenset([2])).__name__, type(frozenset() | {2}).__name__)
for f in (lambda: {1} | [2], lambda: {1} < [1], lambda: {1} + {2}):
    try:
        f()
    except TypeError as e:
        print(e)
