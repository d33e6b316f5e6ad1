m = 2 ** 63
print(m - 1 + 1 == m, -(m) - 1, (m - 1) * 2, (-m) // -1, abs(-m), -(-m))
print((-m) % 7, divmod(-m, 10), (m - 1) ** 2, (-m) * (-m))
print(1 << 62, 1 << 63, 1 << 64, -1 << 63, -1 << 64, (m - 1) >> 70, -1 >> 100)
print(sum([m - 1, m - 1]), max(m, m - 1), min(-m, -m - 1))
for shift in (-1,):
    try:
        1 << shift
    except ValueError as e:
        print(e)
