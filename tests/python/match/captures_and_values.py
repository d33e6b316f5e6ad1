class Color:
    RED = "r"
    BLUE = "b"
def f(x):
    match x:
        case Color.RED: return "red"
        case Color.BLUE: return "blue"
        case [Color.RED | Color.BLUE as c, n]: return c, n
        case (1 | 2) as small, *rest: return small, rest
        case {"k": [a, {"d": d}]}: return a, d
        case x if callable(x): return "callable"
        case whatever: return whatever
for v in ("r", "b", ["b", 4], (2, 3, 4), {"k": [1, {"d": 2}]}, len, 99): print(f(v))
match 5:
    case n: pass
print(n)
match [1, 2]:
    case [x, y] if x > y: print("no")
    case [x, y]: print(x, y)
match = {"match": 1}; case = 2
print(match["match"], case)
