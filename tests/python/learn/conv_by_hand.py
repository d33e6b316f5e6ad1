def conv2d(img, ker, stride=1, pad=0):
    h, w = len(img), len(img[0]); k = len(ker)
    p = [[0] * (w + 2 * pad) for _ in range(pad)] + [[0] * pad + r + [0] * pad for r in img] + [[0] * (w + 2 * pad) for _ in range(pad)]
    return [[sum(p[i + a][j + b] * ker[a][b] for a in range(k) for b in range(k)) for j in range(0, w + 2 * pad - k + 1, stride)] for i in range(0, h + 2 * pad - k + 1, stride)]
img = [[(i * j) % 5 for j in range(5)] for i in range(5)]
sobel = [[1, 0, -1], [2, 0, -2], [1, 0, -1]]
for args in ({}, {"stride": 2}, {"pad": 1}):
    for row in conv2d(img, sobel, **args): print(" ".join(f"{v:4d}" for v in row))
    print()
def maxpool(m, k=2): return [[max(m[i + a][j + b] for a in range(k) for b in range(k)) for j in range(0, len(m[0]) - k + 1, k)] for i in range(0, len(m) - k + 1, k)]
print(maxpool(img))
