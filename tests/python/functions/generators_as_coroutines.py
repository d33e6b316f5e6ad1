def printer():
    while True:
        msg = yield
        if msg is None: return "closed"
        print("got", msg)
def relay():
    result = yield from printer()
    print("relay", result)
    yield "after"
r = relay(); next(r); r.send("a"); r.send("b"); print(r.send(None))
def ticker(n):
    for i in range(n):
        cmd = yield i
        if cmd == "skip": yield "skipped"
t = ticker(4); print(next(t), t.send("skip"), next(t), next(t), list(t))
def scheduler(*tasks):
    queue = list(tasks)
    while queue:
        task = queue.pop(0)
        try: print(next(task), end=" "); queue.append(task)
        except StopIteration: pass
    print()
scheduler((f"a{i}" for i in range(2)), (f"b{i}" for i in range(3)))
