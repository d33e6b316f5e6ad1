class Flaky(Exception): pass
def flaky(state={"n": 0}):
    state["n"] += 1
    if state["n"] < 3: raise Flaky(f"attempt {state['n']}")
    return "ok"
def retry(times):
    def deco(f):
        def w(*a):
            last = None
            for i in range(times):
                try: return f(*a)
                except Flaky as e: last = e; print("retry", i, e)
            raise RuntimeError("gave up") from last
        return w
    return deco
print(retry(5)(flaky)())
def never(): raise Flaky("always")
try: retry(2)(never)()
except RuntimeError as e: print(e, repr(e.__cause__))
