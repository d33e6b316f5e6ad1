for s in ("abc", "abc1", "123", "²", "½", "", " \t\n", "a b", "_x1", "1x", "class", "é", "\x00", "ABC", "٣"):
    print(repr(s), s.isalpha(), s.isalnum(), s.isdigit(), s.isdecimal(), s.isnumeric(), s.isspace(), s.isidentifier(), s.isprintable(), s.isascii())
