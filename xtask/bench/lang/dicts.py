def run(n):
    d = {}
    for i in range(n):
        k = i % 1000
        d[k] = d.get(k, 0) + i
    words = ["w" + str(i % 500) for i in range(n)]
    c = {}
    for w in words:
        if w in c:
            c[w] += 1
        else:
            c[w] = 1
    t = 0
    for k, v in d.items():
        t += k * v
    return t, len(c), c["w7"]
print(run(500000))
