a = [[0] * 2] * 2
a[0][0] = 1
print(a, a[0] is a[1])
b = [[0] * 2 for _ in range(2)]
b[0][0] = 1
print(b)
def add(x, acc=[]):
    acc.append(x)
    return acc
print(add(1), add(2), add(3, []))
c = d = []
c.append(1)
print(d, c is d, c == d, [] is [])
import copy
deep, shallow = copy.deepcopy(a), copy.copy(a)
a[0].append(9)
print(deep, shallow)
