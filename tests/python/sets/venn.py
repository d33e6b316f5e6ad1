a, b, c = set(range(0, 20, 2)), set(range(0, 20, 3)), set(range(5, 12))
print(sorted(a & b & c), sorted(a - b - c), sorted((a | b) & c), len(a ^ b), a & b <= a, not a.isdisjoint(c))
