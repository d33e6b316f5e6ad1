def f(x):
    match x:
        case []: return "empty"
        case [a]: return f"one {a}"
        case [0, *rest]: return f"zero then {rest}"
        case [a, b]: return f"two {a} {b}"
        case [first, *_, last] if first == last: return f"framed {first}"
        case (a, (b, c), *d): return f"nested {a} {b} {c} {d}"
        case [*all]: return f"all {all}"
        case _: return "not a sequence"
for x in ([], [5], [0, 1, 2], (1, 2), [7, 8, 7], [1, (2, 3), 4], range(4), "abc", {1}, iter([1]), [1, 2, 3]): print(f(x))
