a = [3, 1, 2]
print(a.sort(), a, sorted(a, reverse=True), sorted("bca"), sorted({3: 1, 1: 2}))
words = ["banana", "Apple", "cherry", "date"]
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len), sorted(words, key=lambda w: (-len(w), w)))
words.sort(key=lambda w: w[-1], reverse=True); print(words)
pairs = [(1, "b"), (0, "z"), (1, "a"), (0, "y")]
print(sorted(pairs), sorted(pairs, key=lambda p: p[0]), sorted(pairs, key=lambda p: p[0], reverse=True))
print(sorted([1, 2.5, True, -1]), sorted([[2], [1, 5], []]), min(words, key=len), max(pairs))
for f in (lambda: sorted([1, "a"]), lambda: [3, None].sort(), lambda: sorted(5), lambda: sorted([1], lambda x: x), lambda: [1].sort(1)):
    try:
        f()
    except TypeError as e:
        print(e)
class V:
    def __init__(self, n): self.n = n
    def __lt__(self, o): return self.n < o.n
    def __repr__(self): return f"V{self.n}"
print(sorted([V(3), V(1), V(2)]), max([V(1), V(5)], key=lambda v: v.n))
