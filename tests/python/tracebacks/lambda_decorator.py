def deco(f):
    def wrapper(*args):
        return f(*args)
    return wrapper

@deco
def g(a, b):
    return (lambda q: a[q])(b)

g([1], 7)
