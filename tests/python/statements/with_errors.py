class NoExit:
    def __enter__(self): return 1
class BadEnter:
    def __enter__(self): raise RuntimeError("enter failed")
    def __exit__(self, *a): print("never")
for make in (NoExit, BadEnter, int):
    try:
        with make() as x:
            print("body")
    except Exception as e:
        print(type(e).__name__, e)
