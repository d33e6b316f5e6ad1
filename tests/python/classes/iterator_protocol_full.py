class Matrix:
    def __init__(self, rows): self.rows = rows
    def __iter__(self):
        for r in self.rows: yield from r
    def __len__(self): return sum(map(len, self.rows))
    def __contains__(self, v): return any(v in r for r in self.rows)
    def __getitem__(self, key):
        if isinstance(key, tuple): i, j = key; return self.rows[i][j]
        return self.rows[key]
    def __eq__(self, o): return isinstance(o, Matrix) and self.rows == o.rows
    def __reversed__(self): return reversed(list(self))
m = Matrix([[1, 2], [3, 4]])
print(list(m), len(m), 3 in m, 9 in m, m[1, 0], m[0], m == Matrix([[1, 2], [3, 4]]), list(reversed(m)), sum(m), max(m), sorted(m, reverse=True), [*m][::2], tuple(m), dict(enumerate(m)))
a, b, *c = m; print(a, b, c)
