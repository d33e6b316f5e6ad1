def collatz(n):
    length = 1
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        length += 1
    return length
best = max(range(1, 2000), key=collatz)
print(best, collatz(best), [collatz(n) for n in range(1, 15)])
