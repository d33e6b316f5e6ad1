print(range(5), range(1, 5), range(0, 10, 3), list(range(5, 0, -2)), list(range(3, 3)), len(range(0, 100, 7)), range(5)[2], range(5)[-1], range(10)[2:5], range(10)[::-1])
print(3 in range(5), 5 in range(5), 4 in range(0, 10, 3), 3.0 in range(5), "a" in range(3), range(3) == range(0, 3, 1), range(0) == range(2, 2), range(10).index(4), range(5).count(3))
r = range(1, 10, 2)
print(r.start, r.stop, r.step, list(reversed(r)), sum(r), max(r), hash(range(3)) == hash(range(0, 3)), bool(range(0)))
print(len(range(-5, 5)), list(range(10 ** 18, 10 ** 18 + 2)))
for f in (lambda: range(1, 2, 0), lambda: range(1.5), lambda: range(3)[5], lambda: range("a"), lambda: range()):
    try:
        f()
    except (ValueError, TypeError, IndexError) as e:
        print(type(e).__name__, e)
