s = "héllo wörld"
print(s[0], s[1], s[-1], s[1:4], s[:3], s[3:], s[::2], s[::-1], s[-3:], s[5:2], s[100:], s[:-100:-1], len(s))
print("日本語"[1], "日本語"[::-1], "a😀b"[1], len("😀"))
for i in (11, -12, "a", 1.0):
    try:
        s[i]
    except (IndexError, TypeError) as e:
        print(type(e).__name__, e)
try:
    s[0] = "x"
except TypeError as e:
    print(e)
try:
    del s[0]
except TypeError as e:
    print(e)
print(s[slice(1, 3)], s[True], [c for c in "ab"], "l" in s, "wör" in s, "" in s, "z" not in s)
try:
    1 in "a"
except TypeError as e:
    print(e)
