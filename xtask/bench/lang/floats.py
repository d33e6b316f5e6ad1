def mandel(w, h, it):
    total = 0
    for py in range(h):
        for px in range(w):
            x0 = px / w * 3.5 - 2.5
            y0 = py / h * 2.0 - 1.0
            x = 0.0
            y = 0.0
            i = 0
            while x * x + y * y <= 4.0 and i < it:
                xt = x * x - y * y + x0
                y = 2.0 * x * y + y0
                x = xt
                i += 1
            total += i
    return total
print(mandel(160, 100, 200))
