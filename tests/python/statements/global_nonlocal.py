count = 0

def bump():
    global count, created
    count += 1
    created = "new"

bump(); bump()
print(count, created)

def counter():
    n = 0
    def up(by=1):
        nonlocal n
        n += by
        return n
    return up

a, b = counter(), counter()
print(a(), a(), a(10), b())
