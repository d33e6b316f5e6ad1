class Ctx:
    def __enter__(self):
        return self
    def __exit__(self, *a):
        print("leaving")

with Ctx() as c:
    try:
        c.nope()
    finally:
        print("cleaning")
