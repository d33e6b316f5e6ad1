print(0.1 + 0.2, 0.1 * 3, 1 - 0.9, 2 ** 0.5, 10 / 4, 7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, 7.5 % -2)
print(1e308 * 10, -1e308 * 10, 1e-320 / 1e10, float("inf") - float("inf"), 0.0 == -0.0)
print(float("nan") == float("nan"), float("inf") > 1e308, 3 == 3.0, 2 < 2.5, 1.5 + True)
print((-8) ** (1 / 3) if False else "skip", 4 ** 0.5, 0.0 ** 0, 2.0 ** -2)
print(5.0 // 0.1, 5.0 % 0.1, divmod(5.5, 1.5), -0.0 % 3, 3 % float("inf"), -3 % float("inf"))
for f in (lambda: 1 / 0, lambda: 1.0 / 0, lambda: 1 // 0, lambda: 1 % 0, lambda: 1.0 % 0, lambda: 1.0 // 0, lambda: divmod(1, 0), lambda: 0 ** -1,
          lambda: 0.0 ** -1, lambda: 10.0 ** 400, lambda: pow(2, 3, 0)):
    try:
        print(f())
    except (ZeroDivisionError, OverflowError, ValueError) as e:
        print(type(e).__name__, e)
