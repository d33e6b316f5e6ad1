def area(s):
    match s:
        case ("circle", r): return round(3.14159 * r * r, 2)
        case ("rect", w, h) if w == h: return f"square {w * h}"
        case ("rect", w, h): return w * h
        case {"poly": [*sides]}: return len(sides)
        case _: return None
print([area(s) for s in (("circle", 2), ("rect", 2, 2), ("rect", 2, 3), {"poly": [1, 2, 3]}, 5)])
