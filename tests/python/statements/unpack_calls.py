def f(*args, **kwargs):
    return args, kwargs
print(f(*[1, 2], 3, *(4,), a=1, **{"b": 2}, c=3, **{}))
print([*range(3), *"ab"], (*[1], 2), {*[1, 1, 2]}, {**{"a": 1}, "b": 2, **{"a": 3}})
print(*[1, 2, 3], sep="-")
try:
    f(**{"a": 1}, **{"a": 2})
except TypeError as e:
    print(e)
