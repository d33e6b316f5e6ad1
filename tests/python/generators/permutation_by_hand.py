def perms(xs):
    if not xs: yield []
    for i in range(len(xs)):
        for p in perms(xs[:i] + xs[i + 1 :]): yield [xs[i]] + p
print(["".join(p) for p in perms("abc")], sum(1 for _ in perms("abcde")))
