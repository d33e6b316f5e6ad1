def key(x):
    if x == 2:
        raise ValueError("two")
    return x
a = [3, 2, 1]
try:
    a.sort(key=key)
except ValueError as e:
    print(e, a)
def look(x):
    return len(a)
try:
    a.sort(key=look)
except ValueError as e:
    print(e)
print(a, sorted([3, 1], key=None), sorted(x for x in (2, 1)))
