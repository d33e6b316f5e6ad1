t = (1, "a", 2.0)
print(t, t[0], t[-1], t[1:], len(t), t + (3,), t * 2, 1 in t, t.index("a"), t.count(1), (), (1,), 1 == (1), tuple("ab"), tuple([1]), hash((1, 2)) == hash((1, 2)))
print((1, 2) < (1, 3), (1,) < (1, 0), () < (1,), (1, 2) == (1, 2), ("a", 1) > ("a", 0), (1, [2]) == (1, [2]))
a, b = t[:2]
print(a, b, tuple(x for x in range(3)), sorted((3, 1)), max((1, 5, 2)), {(1, 2): "k"}[1, 2])
for f in (lambda: t[5], lambda: t.index("zz"), lambda: hash(([],)), lambda: t.append(1)):
    try:
        f()
    except (IndexError, ValueError, TypeError, AttributeError) as e:
        print(type(e).__name__, e)
try:
    t[0] = 5
except TypeError as e:
    print(e)
t2 = ([1], 2)
try:
    t2[0] += [5]
except TypeError as e:
    print(e, t2)
