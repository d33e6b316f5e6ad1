print(int(), int(3.99), int(-3.99), int("42"), int("  -7 "), int("ff", 16), int("0x1F", 0), int("z", 36), int("1_000"), int(True))
for bad in ("", "abc", "1.5", "0x1", "1__2", None, [1]):
    try:
        int(bad)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
for bad in (float("nan"), float("inf")):
    try:
        int(bad)
    except (ValueError, OverflowError) as e:
        print(type(e).__name__, e)
class I:
    def __int__(self): return 9
class J:
    def __index__(self): return 4
print(int(I()), int(J()), [10, 11, 12, 13, 14][J()], hex(J()))
