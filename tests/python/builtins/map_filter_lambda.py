print(list(map(lambda x: x ** 2, range(4))), list(map(int, ["1", "2"])), list(map(lambda a, b: a - b, [5, 6], [1, 2])), list(filter(lambda x: x % 2, range(6))), list(filter(None, ["a", "", 0, 3])))
m = map(str, [1, 2, 3]); print(next(m), list(m), list(m))
print(sum(map(len, ["ab", "c"])), max(map(abs, [-3, 2])), dict(map(lambda kv: (kv[1], kv[0]), {"a": 1}.items())), sorted(map(str.lower, "BaC")), " ".join(map(str, range(3))))
def explode(x):
    if x == 2: raise ValueError("two")
    return x
it = map(explode, [1, 2, 3])
print(next(it))
try: next(it)
except ValueError as e: print(e)
print(next(it))
