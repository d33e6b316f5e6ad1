print([1, 2] < [1, 3], [1] < [1, 0], [] < [0], [2] > [1, 9], [1, 2] == [1, 2], [1, 2] != [2, 1], [1, "a"] == [1, "a"], [[1], 2] <= [[1], 3])
nan = float("nan")
print([nan] == [nan], nan in [nan], [nan].count(nan), [nan].index(nan), [1.0] == [1], [True] == [1])
try:
    [1] < ["a"]
except TypeError as e:
    print(e)
