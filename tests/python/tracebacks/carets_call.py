def f(x):
    return x["a"]["b"](1)
f({"a": {"b": lambda v: v.upper()}})
