def down(n): return down(n + 1)
try:
    down(0)
except RecursionError as e:
    print(type(e).__name__, e)
class R:
    def __getattr__(self, name): return getattr(self, name + "x")
try:
    R().a
except RecursionError as e:
    print(str(e)[:32])
def depth(n): return 0 if n == 0 else 1 + depth(n - 1)
print(depth(900))
