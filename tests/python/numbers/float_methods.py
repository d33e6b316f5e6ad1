print((2.5).is_integer(), (3.0).is_integer(), (0.75).as_integer_ratio(), (1.5).hex(), float.fromhex("0x1.8p+0"))
print(float("1e5"), float("  -2.5 "), float("inf"), float("-Infinity"), float("1_0.5"), float(), float(7), float(True))
for bad in ("", "abc", "1,5", None, [], "1e"):
    try:
        float(bad)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
class F:
    def __float__(self): return 2.25
print(float(F()), round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1e20), round(1234.5678, -2), round(0.5), round(1.5, 0))
print(hash(1.0) == hash(1), hash(0.5), hash(float("inf")), hash(-2.0), hash(1e300))
