found = False
for i in range(2, 50):
    for j in range(2, i):
        if i * j == 391: found = (i, j); break
    if found: break
print(found, i)
n, steps = 27, 0
while n != 1: n = n // 2 if n % 2 == 0 else 3 * n + 1; steps += 1
print(steps)
for i in range(10, 0, -3): print(i, end=" ")
else: print("done")
while True:
    i += 5
    if i % 7: continue
    print(i); break
total = 0
for row in [[1, -1], [2, -2], [3]]:
    for v in row:
        if v < 0: break
        total += v
    else: print("all positive", row)
print(total, [k for k in range(3)] and k if False else i)
