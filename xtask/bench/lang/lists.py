def run(n):
    xs = []
    for i in range(n):
        xs.append(i * 2)
    ys = [x + 1 for x in xs if x % 3 != 0]
    t = 0
    for i in range(len(ys)):
        t += ys[i]
        ys[i] = t & 255
    zs = sorted(ys)
    return t, sum(zs), zs[len(zs)//2], len([a for a, b in zip(xs, ys) if a > b])
for _ in range(3):
    print(run(400000))
