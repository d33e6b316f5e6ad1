if (n := len("hello")) > 3:
    print(n)
data = [1, 2, 3, 4]
print([y for x in data if (y := x * x) > 4], y)
it = iter([3, 2, 1, 0, 5])
while (v := next(it)):
    print(v, end=" ")
print()
print((a := 1) + (b := 2), a, b)
def f():
    return any((found := w).startswith("b") for w in ["a", "bc", "d"]) and found
print(f())
