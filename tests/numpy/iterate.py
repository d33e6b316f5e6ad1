import numpy as np

a = np.arange(6).reshape(2, 3)
for row in a:
    print(row, [int(x) * 2 for x in row])
for i, row in enumerate(a): print(i, row.sum())
print([x for x in a.flat], list(np.ndenumerate(np.array([[1, 2]]))), list(np.ndindex(2, 2)), list(zip(a[0], a[1])), max(a[0]), sum(a[0]), sorted(a[1], reverse=True))
x, y = np.array([1, 2]); print(x, y, len(a), 4 in a, list(map(float, a[0])), *a[0])
