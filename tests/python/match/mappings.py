def f(x):
    match x:
        case {"type": "point", "x": x, "y": y}: return f"point {x},{y}"
        case {"type": "circle", "r": r, **rest}: return f"circle {r} {rest}"
        case {"items": [first, *_]}: return f"first {first}"
        case {}: return "some mapping"
        case _: return "no"
for x in ({"type": "point", "x": 1, "y": 2, "z": 3}, {"type": "circle", "r": 5, "fill": "red"}, {"items": [9, 8]}, {"items": []}, {}, []): print(f(x))
