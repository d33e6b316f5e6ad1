a, b, *c = *range(3), *[7, 8]
print(a, b, c)
def f():
    xs = [2, 3]
    return 1, *xs
print(f())
for x, *y in [(1, 2, 3), "abc", [4]]:
    print(x, y)
print([x for x in (*"ab", *"cd")])
d = dict(**{"x": 1}, y=2)
print(d)
