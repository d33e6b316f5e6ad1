print("a" + "b", "ab" * 3, 3 * "-", "a" * 0, "a" * -1, "a" "b")
print("a" < "b", "a" < "B", "abc" < "abd", "" < "a", "a" == "a", "é" > "z", "10" < "9")
print(min("hello"), max("hello"), sorted("hello"), list(reversed("abc")), "".join(sorted(set("hello"))))
s = "x"
s += "y"
s *= 2
print(s, hash("a") == hash("a"), "abc".__contains__("b"), "a".__add__("b"), str.__len__("abc"))
