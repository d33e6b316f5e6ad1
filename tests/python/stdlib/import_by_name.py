"""Modules imported by name."""
m = __import__("math")
print(m.sqrt(16), m.__name__)
p = __import__("os.path")
print(p.__name__)
c = __import__("collections", fromlist=["deque"])
print(c.deque([1, 2]))
try:
    __import__("no_such_module")
except ModuleNotFoundError as e:
    print(type(e).__name__, e)
print(__import__("os").path.join("a", "b"), __import__("time").time() > 0)
