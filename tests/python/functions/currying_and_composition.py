from functools import reduce, partial
compose = lambda *fs: reduce(lambda f, g: lambda x: g(f(x)), fs)
curry = lambda f: lambda a: lambda b: f(a, b)
print(compose(str.strip, str.upper, lambda s: s + "!")(" hi "), curry(pow)(2)(5), [f(3) for f in map(curry(lambda a, b: a * b), range(3))])
add = partial(lambda a, b, c=0: a + b + c, 1); print(add(2), add(2, c=10))
def pipeline(*steps):
    def run(data):
        for s in steps: data = [y for x in data for y in s(x)]
        return data
    return run
print(pipeline(lambda x: [x, x], lambda x: [x + 1])([1, 2]))
fact = (lambda f: lambda n: f(f, n))(lambda self, n: 1 if n < 2 else n * self(self, n - 1)); print(fact(10))
