def f(x):
    match x:
        case 0: return "zero"
        case 1 | 2 | 3: return "small"
        case "hi": return "greeting"
        case None: return "none"
        case True: return "never: 1 matched"
        case -1: return "minus one"
        case 2.5: return "float"
        case b"x": return "bytes"
        case _: return "other"
print([f(x) for x in (0, 1, 3, "hi", None, -1, 2.5, b"x", [], True, False, 1.0)])
