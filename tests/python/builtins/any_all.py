print(any([]), all([]), any([0, "", None]), all([1, "a", [0]]), any(x > 3 for x in range(5)), all(x < 5 for x in range(5)))
def noisy(xs):
    for x in xs: print("looked at", x); yield x
print(any(noisy([0, 0, 1, 0])), all(noisy([1, 0, 1])))
print(any({}), any({"": 1}), all({"a": 0}), any("") , all(""))
