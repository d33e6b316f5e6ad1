def divide(a, b):
    return a / b

def average(xs):
    total = sum(xs)
    return divide(total, len(xs))

print(average([1, 2, 3]))
print(average([]))
