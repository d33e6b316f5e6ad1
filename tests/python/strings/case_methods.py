for s in ("hello World", "ABC", "abc", "they're 2nd", "straße", "ÀÉ", "", "123", "Title Case"):
    print([s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), s.casefold()], s.isupper(), s.islower(), s.istitle())
