d = {1: 1, 2: 2}
try:
    for k in d:
        d[k + 10] = 0
except RuntimeError as e:
    print(e)
try:
    for k in list(d):
        del d[k]
    print(d)
    d = {1: 1, 2: 2}
    for k in d:
        del d[k]
except RuntimeError as e:
    print(e)
d = {1: 1, 2: 2}
for k in d:
    d[k] = "changed"
print(d)
try:
    for k in d:
        del d[k]; d[k + 5] = 1
except RuntimeError as e:
    print(e)
s = {1, 2}
try:
    for x in s:
        s.add(x + 10)
except RuntimeError as e:
    print(e)
a = [1, 2, 3, 4]
for x in a:
    if x % 2: a.remove(x)
print(a)
b = [1]
for x in b:
    if len(b) < 5: b.append(x + 1)
print(b)
