def gen():
    for i in range(3):
        yield 10 // (i - 1)

for v in gen():
    print(v)
