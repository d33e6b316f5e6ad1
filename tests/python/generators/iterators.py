class Up:
    def __init__(self, n): self.n = n
    def __iter__(self):
        i = 0
        while i < self.n: yield i; i += 1
u = Up(3)
print(list(u), list(u), [*u], max(u), 2 in u, list(zip(u, u)), list(map(str, u)), dict(zip(u, "abc")))
it = iter(u); print(next(it), next(it), list(it))
print(list(iter(iter([1, 2]))), list(iter(lambda l=[3, 2, 1, 0]: l.pop(0), 0)), list(reversed([1, 2])), list(enumerate("ab", 1)))
z = zip([1, 2, 3], "ab"); print(next(z), list(z), list(zip()), list(zip([1])), list(zip(*[(1, 2), (3, 4)])))
try: list(zip([1, 2], [1], strict=True))
except ValueError as e: print(e)
print(list(map(pow, [2, 3], [3, 2])), list(filter(None, [0, 1])), type(map(str, [])).__name__, repr(iter([]))[:14], repr(zip())[:11])
e = enumerate([7]); print(next(e), next(e, None))
