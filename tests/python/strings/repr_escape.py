for s in ("a", "it's", 'say "x"', "both ' \"", "\n\t\r\\", "\x00\x7f\x80", "é日😀", "\u200b\xa0", ""):
    print(repr(s), ascii(s))
print(["a'b", 'c"d'], ("\n",), {"k\t": "v"}, str(["x"]))
print(repr(b"a'\n\xff\""), str(b"abc"), [b"x"])
