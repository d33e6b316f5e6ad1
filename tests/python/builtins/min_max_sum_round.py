print(min(3, 1, 2), max([3, 1, 2]), min("b", "a"), max({"a": 3, "b": 1}), max({"a": 3, "b": 5}.values()), min([[2], [1, 9]]), max(3, 3.0), min(1, True), max([1, 2], key=lambda x: -x), min((), default=None))
print(sum([1, 2, 3], 10), sum([0.1] * 10), sum(range(101)), sum([[1], [2]], []), sum((x for x in (1.5, 2))), sum([True, True]))
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1.005, 2), round(1234.567, -2), round(5, -1), round(15, -1), round(1e300, 2), round(0.1 + 0.2, 10), round(7), type(round(2.0)), type(round(2.0, 0)))
for f in (lambda: max(1, "a"), lambda: min(), lambda: max(5), lambda: sum(["a"]), lambda: sum("abc", ""), lambda: round("1"), lambda: round(1.5, "a"), lambda: max([], key=len), lambda: min(1, 2, default=3)):
    try: print(f())
    except (TypeError, ValueError) as e: print(type(e).__name__, e)
