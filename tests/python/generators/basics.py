def count(n):
    print("start")
    for i in range(n):
        yield i
        print("after", i)
    print("end")
    return "result"
g = count(2)
print(next(g), next(g))
try:
    next(g)
except StopIteration as e:
    print("stop", e.value, e.args)
print(next(g, "default"), list(g), type(g).__name__, iter(g) is g)
print([x * 2 for x in count(1)], sum(x for x in range(4)), list(x for x in "ab" if x != "a"))
def empty():
    return
    yield
print(list(empty()))
a, b = (x for x in (1, 2)); print(a, b, max(i * i for i in range(5)))
def squares():
    n = 1
    while True:
        yield n * n
        n += 1
for s in squares():
    if s > 30: break
    print(s, end=" ")
print()
