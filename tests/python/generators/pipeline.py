def numbers(): yield from range(10)
def evens(xs): return (x for x in xs if x % 2 == 0)
def scaled(xs, k):
    for x in xs: yield x * k
print(list(scaled(evens(numbers()), 3)))
def take(n, it):
    for _, x in zip(range(n), it): yield x
def fib():
    a, b = 0, 1
    while True: yield a; a, b = b, a + b
print(list(take(10, fib())))
def windows(seq, n):
    for i in range(len(seq) - n + 1): yield seq[i : i + n]
print(list(windows("abcde", 3)))
def batches(data, size):
    for i in range(0, len(data), size): yield data[i : i + size]
for i, b in enumerate(batches(list(range(7)), 3)): print(i, b)
it = iter([1, 2, 3]); print(next(it), list(it), list(it))
