print([" a ".strip(), " a ".lstrip(), " a ".rstrip(), "xxaxx".strip("x"), "abcba".strip("ab"), "\n\t a\n".strip()])
print(["ab".center(7), "ab".center(7, "*"), "ab".ljust(5, "."), "ab".rjust(5), "abc".center(2), "42".zfill(5), "-42".zfill(5), "+1".zfill(4)])
print(["a\tb".expandtabs(), "a\tb\tc".expandtabs(4), "prefix_x".removeprefix("prefix_"), "x.py".removesuffix(".py"), "x".removesuffix(".py")])
try:
    "a".center(5, "ab")
except TypeError as e:
    print(e)
