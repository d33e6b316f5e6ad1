s = {3, 1, 2}
s.add(2); s.add(5)
print(s == {1, 2, 3, 5}, len(s), 3 in s, sorted(s), set(), {1}, set("aab") == {"a", "b"}, frozenset([1]), bool(set()))
s.discard(99); s.remove(5); s.update([7, 8], {9}); print(sorted(s))
print(s.pop() in {1, 2, 3, 7, 8, 9}, len(s), s.copy() == s, s.copy() is s)
s.clear(); print(s, {*"ab"} == set("ab"), {1, 1.0, True}, {(1, 2)})
for f in (lambda: {1}.remove(2), lambda: set().pop(), lambda: {[]}, lambda: {1}[0], lambda: set(5), lambda: frozenset([1]).add(2), lambda: {{1}}):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
