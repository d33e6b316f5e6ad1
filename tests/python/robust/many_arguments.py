def f(*a, **k): return len(a), len(k)
print(f(*range(1000)), f(**{f"k{i}": i for i in range(300)}))
xs = [i for i in range(1000)]
a, *b, c = xs
print(a, len(b), c)
d = {i: str(i) for i in range(1000)}
for i in range(0, 1000, 2): del d[i]
print(len(d), list(d)[:3], d[501], sum(d))
s = set(range(1000)) - set(range(0, 1000, 3)); print(len(s), 3 in s, 4 in s)
text = "".join(chr(97 + i % 26) for i in range(1000)); print(text.count("a"), text.rindex("z"), len(set(text)))
