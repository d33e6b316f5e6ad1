from typing import Optional, List, Dict, Tuple, Union, Callable, Any

def area(w: float, h: float = 2.0, *rest: int, unit: str = "m") -> str:
    total: float = w * h
    return f"{total} {unit}"

print(area(3.0), area(1, 2, unit="cm"))
print(sorted(area.__annotations__))
def g(x: Optional[int] = None, y: List[int] = [], z: "Undefined" = 1) -> Dict[str, Tuple[int, ...]]:
    return {"x": (x,)}
print(g())
class Point:
    x: int
    y: int = 0
    name: str = "p"
print(list(Point.__annotations__), Point.y)
print(g("not checked"))
def h(a: list[int], b: int | None = None) -> dict[str, int]:
    return {}
print(h([]))
