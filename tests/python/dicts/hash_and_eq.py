class K:
    def __init__(self, n): self.n = n
    def __hash__(self): return hash(self.n % 2)
    def __eq__(self, o): return isinstance(o, K) and self.n == o.n
    def __repr__(self): return f"K{self.n}"
d = {K(1): "a", K(2): "b", K(3): "c"}
print(d, d[K(1)], d[K(3)], K(5) in d, len({K(1), K(1), K(3)}))
class NoHash:
    def __eq__(self, o): return True
try:
    {NoHash(): 1}
except TypeError as e:
    print(e)
class Liar:
    def __hash__(self): return 1
    def __eq__(self, o): raise ValueError("no comparison")
d = {Liar(): 1}
try:
    d[Liar()]
except ValueError as e:
    print(e)
print({1: "a", 1.0: "b", True: "c"}, {0: 1, False: 2}, {"a": 1}.__contains__("a"), hash(None) == hash(None), hash(()) == hash(()))
