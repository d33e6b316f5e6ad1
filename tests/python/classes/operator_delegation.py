class Expr:
    def __init__(self, s): self.s = s
    def __repr__(self): return self.s
    def _bin(self, op, o, flip=False):
        a, b = (str(o), self.s) if flip else (self.s, str(o))
        return Expr(f"({a} {op} {b})")
for name, op in {"add": "+", "sub": "-", "mul": "*", "truediv": "/", "pow": "**", "mod": "%", "matmul": "@", "and": "&", "or": "|", "xor": "^", "lshift": "<<", "rshift": ">>", "floordiv": "//"}.items():
    setattr(Expr, f"__{name}__", lambda self, o, op=op: self._bin(op, o))
    setattr(Expr, f"__r{name}__", lambda self, o, op=op: self._bin(op, o, True))
x, y = Expr("x"), Expr("y")
print(x + y * 2, 1 - x, 2 ** x, x @ y, x // 3 % y, 5 & x | y, x << 1 >> y, 1 / x ^ y)
Expr.__neg__ = lambda self: Expr("-" + self.s); Expr.__lt__ = lambda self, o: Expr(f"{self} < {o}"); Expr.__getitem__ = lambda self, i: Expr(f"{self}[{i}]"); Expr.__call__ = lambda self, *a: Expr(f"{self}{a}")
print(-x, x < y, x[1], x[1:2], x(1, 2), -x[0](3))
