for i, (a, b) in enumerate(zip("abc", [1, 2, 3]), start=1): print(i, a, b)
names, ages = ["x", "y"], [3, 4]
print(dict(zip(names, ages)), list(zip(names, ages, range(9))), [*zip(*[[1, 2], [3, 4], [5, 6]])])
pairs = list(zip([3, 1, 2], "cab")); pairs.sort(); print(pairs, list(zip(*pairs)))
e = enumerate(["a", "b"], 10); print(next(e), list(e), list(enumerate([])))
print([a * b for a, b in zip(range(3), range(3, 6))], sum(a * b for a, b in zip([1, 2], [3, 4])), max(enumerate([3, 9, 2]), key=lambda t: t[1]))
