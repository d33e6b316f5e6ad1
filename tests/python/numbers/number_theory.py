def gcd(a, b):
    while b: a, b = b, a % b
    return a
def factors(n):
    out, d = [], 2
    while d * d <= n:
        while n % d == 0: out.append(d); n //= d
        d += 1
    return out + [n] if n > 1 else out
def powmod(b, e, m):
    r = 1
    while e: r, b, e = (r * b % m if e & 1 else r), b * b % m, e >> 1
    return r
print(gcd(1071, 462), factors(360360), factors(2 ** 31 - 1), powmod(3, 200, 13), pow(3, 200, 13), [n for n in range(1, 500) if sum(d for d in range(1, n) if n % d == 0) == n])
def egcd(a, b): return (a, 1, 0) if b == 0 else (lambda g, x, y: (g, y, x - a // b * y))(*egcd(b, a % b))
print(egcd(240, 46), [sum(int(c) for c in str(2 ** n)) for n in (10, 100, 1000)], int("".join(map(str, range(15)))) % 97, divmod(10 ** 30, 7 ** 20), bin(2 ** 70 + 5)[-4:], (10 ** 18 + 9) ** 3 % 1000007)
