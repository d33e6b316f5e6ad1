def f():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: return "ret"
            print("body", i)
        except Exception: pass
        else: print("else", i)
        finally: print("finally", i)
print(f())
def g():
    try:
        try: raise ValueError("a")
        finally: print("inner")
    except ValueError: print("outer")
    finally: print("last")
g()
def swallow():
    while True:
        try: 1 / 0
        finally: break
    return "swallowed"
print(swallow())
def nested():
    try:
        try: raise KeyError("first")
        finally: raise ValueError("second")
    except ValueError as e: return repr(e.__context__)
print(nested())
