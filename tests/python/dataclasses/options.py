from dataclasses import dataclass, field, FrozenInstanceError, KW_ONLY, InitVar
from typing import ClassVar, List, Optional
@dataclass(frozen=True, order=True)
class V:
    major: int
    minor: int = 0
print(V(1, 2) < V(1, 3), sorted([V(2), V(1, 5)]), hash(V(1)) == hash(V(1)), {V(1): "one"}[V(1)])
try: V(1).major = 5
except FrozenInstanceError as e: print(type(e).__name__, e)
@dataclass
class Base:
    name: str
    size: int = 1
    kinds: ClassVar[List[str]] = ["a"]
@dataclass
class Child(Base):
    extra: Optional[str] = None
    total: int = field(init=False)
    scale: InitVar[int] = 2
    def __post_init__(self, scale): self.total = self.size * scale
print(Child("c", 3), Child("d", 4, "e", 10).total, Base.kinds)
@dataclass
class K:
    a: int
    _: KW_ONLY
    b: int = 2
print(K(1, b=3), K(1))
@dataclass(repr=False, eq=False)
class Q: a: int = 1
print(Q() == Q(), "object at" in repr(Q()))
@dataclass(kw_only=True)
class W: a: int; b: int = 0
print(W(a=1))
try:
    @dataclass
    class Bad: xs: list = []
except ValueError as e: print(e)
try:
    @dataclass
    class Bad2:
        a: int = 1
        b: int
except TypeError as e: print(e)
@dataclass(slots=True)
class Sl: a: int = 1
print(Sl(), Sl.__slots__)
