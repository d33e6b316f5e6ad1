def run(n):
    total = 0
    i = 0
    while i < n:
        if i % 3 == 0:
            total += i
        elif i % 5 == 0:
            total -= 1
        i += 1
    for j in range(n):
        total ^= j
    return total
print(run(3000000))
