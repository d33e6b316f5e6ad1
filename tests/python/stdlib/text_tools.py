import calendar
import shlex
import html
import secrets
import timeit
import keyword
import importlib
import ast
import unicodedata
from urllib.parse import parse_qs, quote, quote_plus, unquote, urlencode, urljoin, urlparse, urlsplit

print(calendar.isleap(2024), calendar.monthrange(2024, 2), calendar.month_name[3], calendar.day_abbr[0])
print(calendar.month(2024, 2))
print(calendar.TextCalendar(6).formatmonth(2023, 1))
print(shlex.split('a \'b c\' "d e" f\\ g'), shlex.quote("it's"), shlex.join(['a b', 'c']))
print(html.escape('<a href=\'x\'>&"</a>'), html.unescape('&lt;&amp;&#39;&eacute;&#x41;'))
print(len(secrets.token_hex(4)), secrets.choice([7]), secrets.compare_digest('a', 'a'))
print(urlparse('https://u:p@h.org:80/p;x?q=1&r=a%20b#f'))
print(quote('a b/é?'), unquote('a%20b%C3%A9'), urlencode({'a': 1, 'b': 'x y'}), parse_qs('a=1&a=2&b='), urljoin('http://a/b/c', '../d'), quote_plus('a b'), urlsplit('http://x/y?z').geturl())
print(timeit.timeit('1+1', number=10) >= 0, keyword.iskeyword('for'), keyword.kwlist[:3])
print(importlib.import_module('math').pi, ast.literal_eval("{'a': [1, 2.5, None, (True,)], -3: {1}}"))
try:
    ast.literal_eval('f(1)')
except ValueError as e:
    print(str(e)[:30])
print(unicodedata.normalize('NFD', 'é').encode(), unicodedata.category('A'))
