def avg():
    total = n = 0
    value = None
    while True:
        value = yield value
        total += value; n += 1
        value = total / n
g = avg()
print(next(g), g.send(10), g.send(20), g.send(30))
def echo():
    while True:
        got = yield
        print("got", got)
e = echo(); next(e); e.send(1); e.send("b"); next(e)
try:
    echo().send(5)
except TypeError as err:
    print(err)
def two():
    x = yield 1
    y = yield x + 1
    return x + y
t = two(); print(next(t), t.send(10))
try:
    t.send(5)
except StopIteration as s:
    print(s.value)
