def f(kind):
    try:
        if kind == 0: 1 / 0
        if kind == 1: [][0]
        if kind == 2: {}["k"]
        if kind == 3: int("x")
        if kind == 4: None.x
        if kind == 5: undefined
        if kind == 6: "a" + 1
        if kind == 7: raise KeyboardInterrupt
    except ZeroDivisionError: return "zero"
    except (IndexError, KeyError) as e: return "lookup " + type(e).__name__
    except ValueError as e: return str(e)
    except Exception as e: return f"{type(e).__name__}: {e}"
    except BaseException as e: return "base " + type(e).__name__
    else: return "none"
for k in range(9): print(f(k))
try:
    try: 1 / 0
    except 5: pass
except TypeError as e: print(e)
try:
    raise LookupError("l")
except KeyError: print("no")
except LookupError as e: print("yes", e)
