print("tab\there", "new\\n", 'quote\'s', "uni\u00e9", "\x41", "nul\0end".replace("\0", "0"), "a\
b", """x
y""", r"raw\t", "\N{BULLET}", len("\\"), "é" == "\u00e9", "日本"[0], "\101", b"\x41\n", "{}".format("\t") == "\t")
print("α β γ".upper(), "ÀÉ".lower(), sorted("zéa"), "ñ".encode(), "→ ✓ ★", "naïve".isalpha(), "½".isnumeric(), "Ⅳ".isnumeric(), "x²".isdigit(), "\u200b".isspace(), "\xa0".isspace())
