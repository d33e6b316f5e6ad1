for value, spec in ((1, "s"), (1.5, "d"), ("a", "d"), ("a", ".2f"), (1, ".2d"), ("a", "+"), (1, "z"), ("a", "="), (1.0, "x"), (1, "5 5"), (2, ",s"), (1, "."), (1.5, "s"), (10 ** 400, ".1f")):
    try:
        print(format(value, spec))
    except (ValueError, OverflowError) as e:
        print(type(e).__name__, e)
