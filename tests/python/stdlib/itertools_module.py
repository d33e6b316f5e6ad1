from itertools import *
print(list(islice(count(5, 2), 3)), list(islice(cycle("ab"), 5)), list(repeat(1, 3)), list(chain([1], "ab")), list(chain.from_iterable([[1], [2, 3]])), list(accumulate([1, 2, 3])), list(accumulate([1, 2, 3], lambda a, b: a * b)), list(accumulate([1, 2], initial=10)))
print(list(product("ab", [1, 2])), list(product([0, 1], repeat=2)), list(permutations([1, 2, 3], 2)), list(combinations("abc", 2)), list(combinations_with_replacement("ab", 2)), len(list(permutations(range(4)))))
print(list(zip_longest("abc", [1], fillvalue=0)), list(takewhile(lambda x: x < 3, [1, 2, 3, 1])), list(dropwhile(lambda x: x < 3, [1, 2, 3, 1])), list(filterfalse(lambda x: x % 2, range(5))), list(compress("abcd", [1, 0, 1, 0])), list(starmap(pow, [(2, 3), (3, 2)])), list(pairwise([1, 2, 3])))
for k, g in groupby("aaabbc"): print(k, list(g), end=" ")
print([(k, len(list(g))) for k, g in groupby(sorted(["bb", "a", "cc"], key=len), key=len)])
a, b = tee([1, 2, 3]); print(next(a), list(b), list(a), list(islice(range(10), 2, 8, 3)), list(islice("abcdef", 2, None)), next(count()), list(zip(count(1), "ab")))
c = count(1.5, 0.5); print(next(c), next(c), c, repeat("x", 2), list(map(pow, [1, 2, 3], repeat(2))))
