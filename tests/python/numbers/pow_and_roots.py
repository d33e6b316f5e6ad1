print(pow(2, 10), pow(2, -2), pow(2.0, 3), pow(7, 100, 13), pow(-2, 2), pow(0, 0), 0 ** 0)
print(2 ** 3 ** 2, (2 ** 3) ** 2, -2 ** 2, (-2) ** 2, 2 ** -1)
print(1e10 ** 2, (-8) ** 3, (-2.0) ** 3, 9 ** 0.5, 27 ** (1 / 3))
try:
    pow(2, -1, 4)
except ValueError as e:
    print(e)
