class Matrix:
    def __init__(self, rows): self.rows = [list(r) for r in rows]
    @property
    def shape(self): return len(self.rows), len(self.rows[0])
    @property
    def T(self): return Matrix(zip(*self.rows))
    def __getitem__(self, ij): i, j = ij; return self.rows[i][j]
    def __setitem__(self, ij, v): i, j = ij; self.rows[i][j] = v
    def __matmul__(self, o): return Matrix([[sum(a * b for a, b in zip(r, c)) for c in zip(*o.rows)] for r in self.rows])
    def __str__(self): return "\n".join(" ".join(f"{v:6.2f}" for v in r) for r in self.rows)
m = Matrix([[1, 2, 3], [4, 5, 6]])
m[0, 2] = 9
print(m @ m.T); print(m.T.shape, m[1, 1])
