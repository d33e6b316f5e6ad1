def find(xs, pred):
    for i, x in enumerate(xs):
        if pred(x): return i
def clamp(x, lo=0, hi=10):
    return lo if x < lo else hi if x > hi else x
print(find([1, 4, 9], lambda x: x > 3), find([], bool), clamp(-5), clamp(5), clamp(50, hi=20))
def classify(n):
    """Return a word."""
    if not isinstance(n, int): return "not int"
    if n < 0: return "negative"
    if n == 0: return "zero"
    return "even" if n % 2 == 0 else "odd"
print([classify(v) for v in (-1, 0, 1, 2, "x", True, 2.0)])
