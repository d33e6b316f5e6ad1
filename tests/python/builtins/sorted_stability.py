people = [("ann", 30), ("bob", 25), ("cat", 30), ("dan", 25)]
by_age = sorted(people, key=lambda p: p[1])
print(by_age, sorted(by_age, key=lambda p: p[0], reverse=True), sorted(people, key=lambda p: p[1], reverse=True))
from operator import itemgetter, attrgetter
print(sorted(people, key=itemgetter(1, 0)), sorted([complex(1, 2), complex(0, 1)], key=attrgetter("imag")), sorted({"b": 1, "a": 2}.items(), key=itemgetter(1)))
data = [5, 2, 9, 1, 7, 3, 8, 6, 4, 0] * 10
s = sorted(data, key=lambda x: x % 3)
print(s[:5], s[-5:], sorted(range(20), key=lambda n: (n % 4, -n)), sorted("Hello World", key=str.lower))
import functools
print(sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)))
print([i for i, v in sorted(enumerate([0.3, 0.1, 0.2]), key=lambda t: t[1])])
