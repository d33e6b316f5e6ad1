import functools
calls = []
@functools.lru_cache(maxsize=None)
def fib(n):
    calls.append(n)
    return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(50), len(calls), fib.cache_info())
fib.cache_clear(); print(fib.cache_info())
@functools.lru_cache(maxsize=2)
def sq(x):
    return x * x
print([sq(x) for x in (1, 2, 1, 3, 2)], sq.cache_info())
@functools.cache
def k(*a, **kw): return (a, kw)
print(k(1, b=2) is k(1, b=2))
memo = {}
def slow(n):
    if n not in memo:
        memo[n] = n ** 2
    return memo[n]
print([slow(i) for i in (2, 3, 2)], memo)
