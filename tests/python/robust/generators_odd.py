def g():
    yield 1
    yield 2
a = g(); b = a
print(next(a), next(b), next(a, "done"))
def self_close():
    yield 1
    me2.close()
    yield 2
me2 = self_close(); next(me2)
try: next(me2)
except ValueError as e: print(e)
def outer():
    for x in inner: yield x
inner = iter([1, 2, 3]); o = outer(); print(next(o), next(inner), list(o))
gens = [g() for _ in range(3)]
while gens:
    for q in list(gens):
        try: print(next(q), end=" ")
        except StopIteration: gens.remove(q)
print()
def cnt():
    try:
        n = 0
        while True: n += 1; yield n
    finally: print("closed at", n)
c = cnt()
for v in c:
    if v == 3: break
c.close()
