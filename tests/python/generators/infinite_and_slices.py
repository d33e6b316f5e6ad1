from itertools import islice, takewhile, count
def primes():
    known = []
    for n in count(2):
        if all(n % p for p in takewhile(lambda p: p * p <= n, known)): known.append(n); yield n
print(list(islice(primes(), 12)), list(takewhile(lambda p: p < 30, primes())), next(p for p in primes() if p > 100))
def cycle_lr(lo, hi, steps):
    while True:
        for i in range(steps): yield lo + (hi - lo) * i / steps
        for i in range(steps): yield hi - (hi - lo) * i / steps
print([round(x, 3) for x in islice(cycle_lr(0.1, 1.0, 3), 8)])
def chunks(it, n):
    it = iter(it)
    while batch := list(islice(it, n)): yield batch
print(list(chunks("abcdefg", 3)), list(chunks([], 2)))
