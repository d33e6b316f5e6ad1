s = "abcdefg"
for sl in (slice(None), slice(1, 5), slice(-3, None), slice(None, None, -2), slice(5, 1, -1), slice(10, 20)): print(sl, repr(s[sl]))
