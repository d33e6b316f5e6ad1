a = [1]; b = a; b = b + [2]; print(a, b); c = a; c += [3]; print(a, c, a is c)
def f(x): x = x + [9]; return x
def g(x): x += [9]; return x
print(f(a), a, g(a), a)
