s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, list(range(20))[s], "abcdefghijkl"[s], s == slice(1, 10, 2), s.indices(5), slice(None).indices(3), slice(-3, None).indices(10), slice(None, None, -2).indices(7), slice("a", "b").start)
class G:
    def __getitem__(self, k): return k
g = G(); print(g[1:2], g[:], g[::3], g[1:2, 3], g[..., -1:], g[None], g[1, 2][0])
a = [0] * 6; a[slice(0, None, 2)] = [1, 2, 3]; print(a, a[slice(-2, None)])
try: hash(s)
except TypeError as e: print(e)
try: [1][s.start:"x"]
except TypeError as e: print(e)
