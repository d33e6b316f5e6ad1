s = "mississippi"
print(s.find("ss"), s.rfind("ss"), s.find("x"), s.index("i"), s.rindex("i"), s.find("s", 4), s.find("i", 2, 5), s.find("", 3), s.find("i", -1))
print(s.count("s"), s.count("ss"), s.count("i", 3), s.count(""), s.count("issi"))
print(s.replace("ss", "SS"), s.replace("s", "", 2), s.replace("", "."), "aaa".replace("a", "b", 0))
print(s.startswith("mi"), s.endswith("pi"), s.startswith(("a", "m")), s.endswith(("x", "y")), s.startswith("ss", 2), s.endswith("ss", 0, 4), s.startswith(""))
for f in (lambda: s.index("x"), lambda: s.rindex("zz"), lambda: s.startswith(1), lambda: s.find(1), lambda: s.replace("a")):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
