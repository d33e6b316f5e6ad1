from typing import *
T = TypeVar("T"); K = TypeVar("K")
class Stack(Generic[T]):
    def __init__(self) -> None: self.items: List[T] = []
    def push(self, x: T) -> None: self.items.append(x)
s = Stack[int](); s.push(1); print(s.items, List[int], Dict[str, int], Optional[int], Union[int, str], Tuple[int, ...], Callable[[int], str], Any, Literal["a", 1], list[int], dict[str, list[int]], int | None)
class Point(NamedTuple):
    x: int
    y: int = 0
print(Point(1), Point(1, 2).y, Point._fields)
class Movie(TypedDict):
    name: str
    year: int
m: Movie = {"name": "x", "year": 1}; print(m, cast(int, "5"), TYPE_CHECKING, get_type_hints(lambda: 0))
class Runs(Protocol):
    def run(self) -> int: ...
def f(x: "int", *, y: Optional[str] = None) -> Iterator[int]: yield x
print(get_type_hints(f), list(f(1)), NewType("Id", int)(5))
@overload
def g(x: int) -> int: ...
def g(x): return x
print(g(3), Final, ClassVar[int], Sequence[int], Iterable[str])
