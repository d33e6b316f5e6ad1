def f(x):
    try: v = 10 // x
    except ZeroDivisionError: return "zero"
    else: return f"ok {v}"
    finally: print("finally", x)
print(f(2), f(0))
