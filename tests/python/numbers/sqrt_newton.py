def newton(f, df, x, tolerance=1e-12):
    steps = 0
    while abs(f(x)) > tolerance and steps < 50:
        x -= f(x) / df(x)
        steps += 1
    return x, steps
for a in (2, 3, 10, 1e6):
    root, steps = newton(lambda x: x * x - a, lambda x: 2 * x, a)
    print(f"{a:>10} {root:.10f} {steps}")
