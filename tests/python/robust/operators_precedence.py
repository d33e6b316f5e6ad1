print(2 + 3 * 4 ** 2 / 8 % 5, -2 ** 2, not 1 == 2, 1 | 2 ^ 3 & 4, 1 << 2 + 1, 5 - 3 - 1, 2 ** -1 ** 2, ~1 + 2, 10 // 3 * 3, 3 if 0 else 4 if 0 else 5)
print(1 < 2 == True, not True or True, 1 and 2 or 3, [] == False, 1 in [1] in [[1]], "a" "b" * 2, lambda: 1 if 0 else 2, -5 // 2, -5 % 3, 5 & 6 == 4, (5 & 6) == 4) if False else print("p")
x = 5
print(x if x > 3 else -x, (x, x + 1)[x > 3], not x, x is not None, x not in [1], +x, --x, x.__neg__())
print(1 if True else 2 + 5, (1 if True else 2) + 5, 3 > 2 > 1, 1 == 1 != 2, "%d" % 3 + "4", "%d" % (3 + 4), 2 * "ab" + "c")
