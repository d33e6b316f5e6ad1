print("a-b".replace("-", "+").upper().center(9, "*"), ",".join("abc"), "{}".format(1), "x".isalpha(), " %s " % "y", "abc".find("c"), "A".lower())
print("AbC".swapcase().title(), "a b".split()[1], "tEST".capitalize(), "%".join(["1", "2"]), len("abc" * 3), "abc"[1], "z" > "a")
print("hello world".title().replace(" ", ""), "x=1;y=2".split(";")[0].split("=")[1])
