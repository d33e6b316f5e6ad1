for v in (None, 0, "", [], "a", [0]): print(repr(v), "truthy" if v else "falsy", v or "default", v and "yes", not v)
a, b = 3, 7
print(a if a > b else b, "even" if a % 2 == 0 else "odd" if a > 2 else "one", (lambda: "x")() if b else None, [i if i > 1 else 0 for i in range(3)], max(a, b) if a else min(a, b), "big" if a * b > 20 else "small")
x = 5 if a > 10 else (6 if b > 5 else 7); print(x, None is None and "none", 1 if [] == [] else 2, "a" if "a" in "cat" and not "z" in "cat" else "b", 0 or [] or {} or "last", 1 and 2 and 3)
