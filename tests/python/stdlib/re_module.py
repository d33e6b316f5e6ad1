import re
print(re.match(r"(\w+) (\w+)", "hello world now").groups(), re.search(r"\d+", "abc 123 def 45").group(), re.findall(r"\d+", "1 22 333"), re.findall(r"(\w)(\d)", "a1 b2"), re.sub(r"\s+", " ", "a   b \n c"), re.split(r"[,;]\s*", "a, b;c"), re.fullmatch(r"\d{3}", "123") is not None, re.match("x", "abc"))
m = re.search(r"(?P<year>\d{4})-(?P<month>\d\d)", "on 2024-05-17")
print(m.group("year"), m["month"], m.groupdict(), m.span(), m.start(1), m.end(), m.group(0, 1), m, m.string, m.lastindex, m.re.pattern)
p = re.compile(r"(a+)(b)?", re.I); print(p.findall("aab AB a"), p.pattern, [x.span() for x in p.finditer("aab a")], p.sub(r"<\1>", "aab", count=1), p.match("xaab", 1).group(), p.search("zzz"), p.groups, p)
print(re.sub(r"(\w+)@(\w+)", r"\2 at \1", "user@host"), re.sub(r"\d", lambda m: str(int(m.group()) * 2), "a1b2"), re.sub("(?P<x>a)", r"\g<x>\g<1>", "ba"), re.subn("a", "b", "aaa"), re.escape("a.b*c"), re.split(r"(\d)", "a1b2c"), re.split("x", "abc"), re.split(r"\s", "a b c", maxsplit=1))
print(re.findall(r"^\w", "ab\ncd", re.M), re.findall(r".", "a\nb", re.S), re.match(r"""
  (\d+)  # number
  \s*
  (\w+)  # unit
""", "10 km", re.VERBOSE).groups(), re.findall(r"(?i)ab", "AB ab"), re.findall(r"\bfoo\b", "foo food foo"), re.findall(r"(?<=\$)\d+", "$5 6 $7"), re.findall(r"\w+(?=!)", "hi! yo"), re.findall(r"(.)\1", "aabbc"), re.findall(r"a*?b", "aab"), re.findall("", "ab"), re.sub("x*", "-", "abc"))
try: re.compile("(")
except re.error as e: print(e)
try: re.compile("*a")
except re.error as e: print(e)
print(bool(re.match(r"^[\w.]+@[\w.]+\.\w+$", "a.b@c.org")), re.match(r"(a)|(b)", "b").groups(), re.match("(a)?", "").group(1), [t for t in re.split(r"(\W)", "hello, world") if t.strip()], re.findall(r"'(?:[sdmt]|ll|ve|re)| ?\w+| ?[^\s\w]+|\s+", "I've got 2 cats!"))
