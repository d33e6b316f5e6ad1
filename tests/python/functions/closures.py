def make():
    fs = []
    for i in range(3):
        fs.append(lambda: i)
    return fs
print([f() for f in make()])
def make2():
    return [lambda i=i: i for i in range(3)]
print([f() for f in make2()])
def account(balance):
    def deposit(n):
        nonlocal balance
        balance += n
        return balance
    def show():
        return balance
    return deposit, show
d, s = account(10)
d(5); d(6)
print(s(), d.__closure__[0].cell_contents, d.__code__.co_freevars)
def compose(*fs):
    def run(x):
        for f in fs:
            x = f(x)
        return x
    return run
print(compose(lambda x: x + 1, str, lambda s: s * 2)(4))
def outer():
    def mid():
        def inner():
            return v
        return inner
    v = "deep"
    return mid()()
print(outer())
