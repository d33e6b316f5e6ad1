table = str.maketrans("abc", "xyz", "d")
print("aabbccdd".translate(table), "hello".translate({ord("l"): "L", ord("o"): None, 104: 72}))
print(str.maketrans({"a": 1, "b": "two"}), sorted(str.maketrans("ab", "cd").items()))
print(ord("a"), chr(97), ord("é"), chr(8364), chr(128512), [chr(c) for c in range(97, 100)])
for f in (lambda: ord("ab"), lambda: ord(""), lambda: chr(-1), lambda: chr(0x110000), lambda: ord(5)):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
