π = 3.14159
größe = "groß"
naïve = {"ключ": "значение", "日本": "東京"}
print(π, größe, naïve, "日本" in naïve, naïve["ключ"][::-1])
def 面積(r): return π * r ** 2
print(round(面積(2), 3), 面積.__name__)
print("émoji 😀".upper(), len("😀"), "😀"[0], [c for c in "a😀b"], "é" == "e\u0301", "ß".upper())
