def parse_age(s):
    try: n = int(s)
    except ValueError as e: raise ValueError(f"bad age {s!r}") from e
    if not 0 <= n < 150: raise ValueError(f"age out of range: {n}")
    return n
for s in ("42", "abc", "-1", "200", "", None):
    try: print(parse_age(s))
    except ValueError as e: print("ValueError:", e, "| cause:", type(e.__cause__).__name__)
    except TypeError as e: print("TypeError:", e)
def safe(f, *a, default=None, errors=(Exception,)):
    try: return f(*a)
    except errors as e: return default, type(e).__name__
print(safe(int, "5"), safe(int, "x", default=0), safe(lambda: [][1], errors=(IndexError, KeyError)))
