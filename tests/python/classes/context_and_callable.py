class Timer:
    depth = 0
    def __enter__(self): Timer.depth += 1; print("  " * Timer.depth + "in"); return self
    def __exit__(self, *e): print("  " * Timer.depth + "out", e[0].__name__ if e[0] else None); Timer.depth -= 1
    def __call__(self, f):
        def w(*a):
            with self: return f(*a)
        return w
@Timer()
def f(n): return n if n == 0 else f(n - 1) + 1
print(f(2))
try:
    with Timer(): {}["x"]
except KeyError: print("key", Timer.depth)
