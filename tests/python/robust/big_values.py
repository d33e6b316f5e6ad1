print(len("a" * 100000), len([0] * 100000), sum(range(100000)), len(str(2 ** 5000)), "x" * 0 == "", max(range(10 ** 6)))
for f in (lambda: "a" * (10 ** 18), lambda: [0] * (2 ** 62), lambda: " " * (2 ** 70), lambda: list(range(10))[2 ** 70], lambda: [1][-2 ** 70]):
    try: print(len(f()))
    except (MemoryError, OverflowError, IndexError) as e: print(type(e).__name__, e)
print([1, 2, 3][: 2 ** 70], [1, 2, 3][-(2 ** 70) :], "abc"[10 ** 30 :])
