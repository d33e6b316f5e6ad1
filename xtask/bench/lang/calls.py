def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)
def add(a, b=1, *, c=2):
    return a + b + c
print(fib(29))
s = 0
for i in range(500000):
    s = add(s, i, c=3)
print(s)
