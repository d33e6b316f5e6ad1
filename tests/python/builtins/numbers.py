print(abs(-3), abs(-2.5), abs(True), round(3.7), round(-3.5), round(2.5), round(3.14159, 2), round(1234, -2), divmod(7, 3), divmod(-7, 3), pow(2, 10), pow(2, 10, 1000))
print(min(3, 1, 2), max([3, 1, 2]), min("hello"), max("a", "b", key=ord), min([], default="none"), max([1, -5, 3], key=abs), sum([1, 2, 3]), sum([0.1] * 3), sum([], 5), sum([[1], [2]], []), sum((1, 2), start=10))
print(bin(5), oct(8), hex(255), int("0b11", 2), float("3"), complex(1, 2), bool([]), hash(5), hash("a") == hash("a"), isinstance(3, (int, str)), callable(abs))
print(max((1, 2), (1, 3)), min({3: "a", 2: "b"}), max("apple", "fig", key=len), sum(x > 1 for x in [1, 2, 3]), any([]), all([]), any([0, 1]), all([1, 0]), any(x > 2 for x in [1, 2]), ascii("é"), repr("x"), format(3.14159, ".2f"), chr(65), ord("A"))
