a = [1, 2, 3]
a.append(4); a.extend("xy"); a.insert(0, "z"); a.insert(100, "end"); a.insert(-1, "pen")
print(a, len(a), a.pop(), a.pop(0), a.index(3), a.count(1))
a.remove("x")
print(a, a.copy() == a, a.copy() is a)
a.reverse(); print(a)
a.clear(); print(a, bool(a))
for f in (lambda: [].pop(), lambda: [1].remove(2), lambda: [1].index(9), lambda: [1][5], lambda: [1].pop(3), lambda: [1]["a"], lambda: [].insert("a", 1)):
    try:
        f()
    except (IndexError, ValueError, TypeError) as e:
        print(type(e).__name__, e)
print([1, 2] + [3], [0] * 3, 2 * [1, 2], [1] * -1, [[]] * 2, 2 in [1, 2], [1, [2]] == [1, [2]])
