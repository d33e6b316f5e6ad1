class OnlyRepr:
    def __repr__(self): return "R"
class OnlyStr:
    def __str__(self): return "S"
class Both(OnlyRepr, OnlyStr): pass
print(OnlyRepr(), str(OnlyRepr()), [OnlyRepr()], f"{OnlyRepr()} {OnlyStr()} {Both()!r} {Both()}", "%s %r" % (Both(), Both()))
print(str(OnlyStr()), repr(OnlyStr()).startswith("<__main__.OnlyStr object at 0x"), repr(OnlyRepr), {OnlyRepr(): 1}, (OnlyRepr(),))
class BadRepr:
    def __repr__(self): return None
try:
    repr(BadRepr())
except TypeError as e:
    print(e)
class Raises:
    def __repr__(self): raise ValueError("no repr")
try:
    print([1, Raises()])
except ValueError as e:
    print(e)
class Node:
    def __init__(self, v, *kids): self.v, self.kids = v, kids
    def __str__(self, depth=0):
        return "\n".join(["  " * depth + str(self.v)] + [k.__str__(depth + 1) for k in self.kids])
print(Node(1, Node(2, Node(3)), Node(4)))
