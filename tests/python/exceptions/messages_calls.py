def f(a): pass
class C:
    def m(self): pass
c = C()
for g in (lambda: f(), lambda: f(1, 2), lambda: f(b=1), lambda: c.m(1), lambda: C.m(), lambda: len(), lambda: len(1, 2), lambda: int("1", "2"), lambda: [].append(), lambda: {}.get(), lambda: "".join(), lambda: print(nope=1), lambda: sorted(), lambda: isinstance(1), lambda: isinstance(1, 2), lambda: None(), lambda: c(), lambda: max(), lambda: max(1), lambda: max([]), lambda: min([], default=0), lambda: range("a"), lambda: abs("a"), lambda: sum("ab"), lambda: sum([[1]]), lambda: round("a"), lambda: chr("a"), lambda: ord(1), lambda: map(len), lambda: issubclass(1, int), lambda: getattr(1), lambda: hash([]), lambda: reversed({1}), lambda: int([]), lambda: float([]), lambda: open("/nowhere/x"), lambda: divmod(1, "a"), lambda: input.x, lambda: slice(), lambda: list(1), lambda: dict(1), lambda: tuple(1), lambda: all(1)):
    try: print("ok", g())
    except Exception as e: print(type(e).__name__, e)
