a = b = c = 3
print(a, b, c)
x, y = 1, 2
x, y = y, x
print(x, y)
first, *rest = range(5)
print(first, rest)
*init, last = "abcd"
print(init, last)
a, (b, *c), d = 1, (2, 3, 4), 5
print(a, b, c, d)
[p, q], r = [6, 7], 8
print(p, q, r)
n: int = 4
m: "list[int]"
print(n, "m" in globals())
for i, (j, k) in enumerate([(1, 2), (3, 4)]):
    print(i, j, k)
