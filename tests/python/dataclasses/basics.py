from dataclasses import dataclass, field, asdict, astuple, replace, fields, is_dataclass
@dataclass
class P:
    x: int
    y: int = 0
    tags: list = field(default_factory=list)
    hidden: int = field(default=9, repr=False, compare=False)
    def dist(self): return (self.x ** 2 + self.y ** 2) ** 0.5
p = P(3, 4)
print(p, p == P(3, 4), p != P(3, 5), p.dist(), P(1, tags=["a"]), P(3, 4, hidden=1) == p)
p.x = 10; print(p, asdict(p), astuple(p), replace(p, y=7), [f.name for f in fields(P)], is_dataclass(P), is_dataclass(5))
print(P(1).tags is P(1).tags, P.__match_args__)
for bad in (lambda: P(), lambda: P(1, 2, 3, 4, 5), lambda: P(z=1), lambda: hash(p), lambda: p < p):
    try: bad()
    except TypeError as e: print(e)
