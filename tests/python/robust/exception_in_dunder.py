class K:
    def __hash__(self): raise ValueError("hash")
class L:
    def __lt__(self, o): raise ValueError("lt")
    def __add__(self, o): raise ValueError("add")
    def __getattr__(self, n): raise ValueError("attr " + n)
    def __getitem__(self, i): raise ValueError("item")
    def __call__(self): raise ValueError("call")
    def __len__(self): raise ValueError("len")
    def __iter__(self): raise ValueError("iter")
    def __contains__(self, x): raise ValueError("contains")
    def __bool__(self): raise ValueError("bool")
    def __format__(self, s): raise ValueError("format")
    def __enter__(self): raise ValueError("enter")
    def __exit__(self, *a): pass
l = L()
def w():
    with l: pass
for f in (lambda: {K(): 1}, lambda: {K()}, lambda: sorted([l, l]), lambda: l + 1, lambda: l.x, lambda: l[0], lambda: l(), lambda: len(l), lambda: list(l), lambda: 1 in l, lambda: not l, lambda: f"{l}", w, lambda: hasattr(l, "q"), lambda: max(l, l), lambda: [*l], lambda: dict(l)):
    try: print("ok", f())
    except ValueError as e: print(e)
