class Ctx:
    def __init__(self, name):
        self.name = name
    def __enter__(self):
        print("enter", self.name)
        return self.name.upper()
    def __exit__(self, kind, value, tb):
        print("exit", self.name, kind and kind.__name__, value)
        return self.name == "swallow"

with Ctx("a") as a, Ctx("b"):
    print("body", a)
with Ctx("swallow"):
    raise ValueError("lost")
try:
    with Ctx("c"), Ctx("d") as d:
        raise KeyError("k")
except KeyError as e:
    print("out", e)
def early():
    with Ctx("r"):
        return "value"
print(early())
for i in range(3):
    with Ctx(str(i)):
        if i == 1: break
        continue
with (Ctx("p") as p, Ctx("q") as q):
    print(p, q)
