x = 1
def f():
    globals()["y"] = 2
    z = 3
    return sorted(locals().items()), x
print(f(), y, "x" in globals(), globals()["x"])
def g():
    a = 1
    b = [a for _ in range(2)]
    return locals()
print(g())
class K:
    v = 1
    print("in class", sorted(n for n in locals() if not n.startswith("__")))
print(vars(K)["v"], "f" in dir(), callable(vars))
