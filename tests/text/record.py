"""Records what CPython 3.11 answers to the text functions: one JSON row `[function, arguments, answer]` per case.

    python3 tests/text/record.py            rewrites tests/text/cases.jsonl
    python3 tests/text/record.py --check    says whether it is what this Python answers

An answer `{"raises": "..."}` is an exception's type and message. Floats are written as `float.hex`, big ints as text.
"""

import json
import pathlib
import random
import struct
import sys

CASES = pathlib.Path(__file__).with_name("cases.jsonl")
random.seed(20)


def floats():
    fixed = [0.0, -0.0, 1.0, -1.0, 0.1, 0.2, 0.3, 0.1 + 0.2, 0.5, 1.5, 2.5, 1e15, 1e16, 123456789012345680.0, 1e-4, 1e-5,
             0.00012345, 1e22, 1e23, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, 3.141592653589793,
             2.675, 1234567.891, 999999.5, 0.999999999, 9.5, 99.995, 1e100, float("inf"), float("-inf"), float("nan")]
    bits = [struct.unpack("<d", struct.pack("<Q", random.getrandbits(64)))[0] for _ in range(40)]
    plain = [random.uniform(-1, 1) * 10 ** random.randint(-8, 18) for _ in range(40)]
    return fixed + [x for x in bits if x == x] + plain


INTS = [0, 1, -1, 7, 42, -255, 1000, 1234567, -98765432, 2**31, 2**63 - 1, -(2**63), 2**64, 10**25, -(10**40) + 1]
FLOAT_SPECS = ["", ".2f", ".0f", ".3e", "g", ".3g", ".10g", "10.3f", "<10.2f", "^12.1f", "+.2f", " .2f", "010.2f", ",.2f", "_.1f",
               "%", ".1%", "#.0f", "#g", "e", "E", "G", "n", ".3", ".1", ".17g", "*>15", "z.1f", "020,.2f", "=+12.3e", "#.3", ".0e"]
INT_SPECS = ["", "d", "5d", "<8", "^9", "08d", "+d", " d", ",", "_", "x", "X", "#x", "#b", "#o", "b", "_b", "_x", "#012x", "*^20,",
             "020,", ".2f", "e", "%", "c", "n", "=+9", "#X", ">3", "g"]
STR_SPECS = ["", "s", "10", "<10", ">10", "^10", "*^9", ".2", "10.3", "05", "x<4s", "é^7"]
BAD_SPECS = ["y", "+", " ", "#", "z", "=5", ",", "5 5", ".", ",_", "_,", ",,", ".2d", "d", "1.x", "c.", "+c", ",x", ",n", "99999999999999999999"]
STRINGS = ["", "a", "abc", "it's", 'say "hi"', "both ' and \"", "tab\tnew\nline\r", "back\\slash", "\x00\x1f\x7f", "é", "日本語",
           "😀", "\xa0\u200b\u2028", "\xad", "a\ud7ff\ue000b", "\U0010ffff", "naïve café"]
SENTENCES = ["", " ", "hello world", "  two  spaces  ", "a,b,,c,", "line one\nline two\r\nthree\x0bfour", "mississippi", "they're bill's",
             "HELLO", "Title Case Here", "tAbS\tand\tmore", "ǅungla", "straße", "x1y2", "--flag=value", "aaa", "é à ü", "+12", "-7"]
PERCENT = ["%d", "%5d", "%-5d|", "%05d", "%+d", "% d", "%i", "%u", "%x", "%X", "%#x", "%o", "%#o", "%.4d", "%8.3d", "%s", "%r", "%e", "%f",
           "%.2f", "%10.1f", "%-10.1f|", "%010.2f", "%+.1e", "%g", "%G", "%#g", "%c", "%5c", "%%", "%5%", "%.0f", "%.3s", "%ld"]


def answer(function, *args):
    try:
        return function(*args)
    except Exception as error:
        return {"raises": f"{type(error).__name__}: {error}"}


def rows():
    for x in floats():
        yield "repr_float", [x.hex()], repr(x)
        yield "float_hex", [x.hex()], x.hex()
        for spec in FLOAT_SPECS:
            yield "format_float", [x.hex(), spec], answer(format, x, spec)
        for digits in (-320, -3, -2, -1, 0, 1, 2, 3, 5, 15, 330):
            rounded = answer(round, x, digits)
            yield "round", [x.hex(), digits], rounded.hex() if isinstance(rounded, float) else rounded
        ratio = answer(x.as_integer_ratio)
        yield "ratio", [x.hex()], ratio if isinstance(ratio, dict) else [str(n) for n in ratio]
        whole = answer(int, x)
        yield "int_of_float", [x.hex()], whole if isinstance(whole, dict) else str(whole)
    for x in (25.0, 35.0, 15.5, 0.5, 1.5, 2.5, -2.5, 0.125, 0.375, 1e22, 1234.5678, 150.0, 250.0, -250.0, 5e22):
        for digits in (-2, -1, 0, 1, 2):
            yield "round", [x.hex(), digits], round(x, digits).hex()
    for n in INTS:
        for spec in INT_SPECS:
            yield "format_int", [str(n), spec], answer(format, n, spec)
        as_float = answer(float, n)
        yield "float_of_int", [str(n)], as_float.hex()
    for n in [2**53 + 1, 2**54 + 2, 2**54 + 3, 2**100 + 2**47, 2**100 + 2**47 + 1, 3**200, -(7**300), 10**308, 10**309, 2**1024 - 2**970]:
        as_float = answer(float, n)
        yield "float_of_int", [str(n)], as_float.hex() if isinstance(as_float, float) else as_float
    for a in (1, 2, 7, 10**30, 3**100, 2**1100, -(5**40)):
        for b in (3, 7, 10**25, 2**1080, 3**99, -(2**70) + 1):
            quotient = answer(lambda: a / b)
            yield "divide", [str(a), str(b)], quotient.hex() if isinstance(quotient, float) else quotient
    for text in STRINGS:
        if not any(0xD800 <= ord(c) < 0xE000 for c in text):
            yield "repr_str", [text], repr(text)
            yield "ascii", [text], ascii(text)
            data = text.encode()
            yield "repr_bytes", [list(data)], repr(data)
    for text in ["", "a", "hello", "日本語"]:
        for spec in STR_SPECS:
            yield "format_str", [text, spec], answer(format, text, spec)
    for spec in BAD_SPECS:
        yield "format_str", ["abc", spec], answer(format, "abc", spec)
        yield "format_int", ["65", spec], answer(format, 65, spec)
        yield "format_float", [(1.5).hex(), spec], answer(format, 1.5, spec)
    for text in ["0", "12", "-5", " +7 ", "1_000", "1__0", "_1", "1_", "0x1F", "0b101", "0o17", "ff", "z", "", " ", "1.5", "abc", "9" * 30,
                 "٣", "007", "0_7", "0x_ff", "- 1", "--1", "1e5", "00", "it's"]:
        for base in (10, 0, 2, 8, 16, 36, 1, 37):
            value = answer(int, text, base)
            yield "parse_int", [text, base], value if isinstance(value, dict) else str(value)
    for text in ["0", "1.5", " -2e3 ", "inf", "-Infinity", "NaN", "1_0.5_0", "1__0", "", "abc", ".5", "5.", ".", "1e", "1e400", "0x1p3", "1_e5",
                 "٣.٥", "1e-400", "+.1E+2", "infinit", "1 2"]:
        value = answer(float, text)
        yield "parse_float", [text], value.hex() if isinstance(value, float) else value
    for text in ["0x1.8p+1", "-0x.8p0", "1", "0x1p-1074", "0x1p-1080", "0x1p2000", "inf", "x", "0x1.fffffffffffff8p0", "0x"]:
        value = answer(float.fromhex, text)
        yield "from_hex", [text], value.hex() if isinstance(value, float) else value
    for text in SENTENCES:
        for name in ("title", "capitalize", "swapcase", "casefold", "istitle", "isupper", "islower", "isidentifier", "upper", "lower"):
            yield "method", [name, text], getattr(text, name)()
        for most in (-1, 0, 1, 2):
            yield "split", [text, None, most], text.split(None, most)
            yield "rsplit", [text, None, most], text.rsplit(None, most)
            for separator in (",", "ss", " "):
                yield "split", [text, separator, most], text.split(separator, most)
                yield "rsplit", [text, separator, most], text.rsplit(separator, most)
            yield "replace", [text, "", "-", most], text.replace("", "-", most)
            yield "replace", [text, "s", "ZZ", most], text.replace("s", "ZZ", most)
        for keep in (False, True):
            yield "splitlines", [text, keep], text.splitlines(keep)
        for needle in ("", "s", "ss", "é"):
            for start, end in ((None, None), (2, None), (-4, -1), (3, 2), (100, None), (0, 100)):
                yield "find", [text, needle, start, end], text.find(needle, start, end)
                yield "rfind", [text, needle, start, end], text.rfind(needle, start, end)
                yield "count", [text, needle, start, end], text.count(needle, start, end)
        for separator in (",", "ss", "="):
            yield "partition", [text, separator], list(text.partition(separator))
            yield "rpartition", [text, separator], list(text.rpartition(separator))
        for chars in (None, "-ae ", ""):
            yield "strip", [text, chars], [text.strip(chars), text.lstrip(chars), text.rstrip(chars)]
        for width in (-1, 0, 7, 12):
            yield "pad", [text, width], [text.center(width, "*"), text.ljust(width), text.rjust(width, "é"), text.zfill(width)]
        for size in (8, 4, 0):
            yield "expandtabs", [text, size], text.expandtabs(size)
    for c in [*map(chr, range(0x250)), *"٣²½Ⅷ一零 　\u200b\u2028ǅʰ߀𝟛①֐🏳́_·"]:
        yield "chars", [c], [c.isspace(), c.isprintable(), c.isalpha(), c.isdecimal(), c.isdigit(), c.isnumeric(), c.isalnum(),
                             c.isidentifier()]
    for template in PERCENT:
        for n in (0, 42, -7, 65):
            if template in ("%%", "%5%"):
                continue
            yield "percent_int", [template, str(n)], answer(lambda: template % n)
        if template[-1] in "efgEG|" and "d" not in template:
            for x in (0.0, 3.14159, -1e20, 1e-7, float("inf")):
                yield "percent_float", [template, x.hex()], template % x
        if template[-1] in "sr":
            for text in ("", "hello", "é"):
                yield "percent_str", [template, text], template % text
    for template in ["%", "%y", "%5", "%.", "a%é", "%l"]:
        yield "percent_int", [template, "1"], answer(lambda: template % 1)
    for template in ["{}", "{0}", "{}{{}}", "{!r}", "{!x}", "{:>5}", "{:{}}", "{0:{1}}", "{", "}", "a{b", "{!}", "{!rx}", "{!r", "{:", "{:}}", "{:{}", "{ {}}", "{0}{}",
                     "{}{0}", "{0[}", "{0.}", "{0[]}", "{{}", "{}}", "a{}b{}c"]:
        yield "template", [template], answer(lambda: template.format(*"36"))


def main():
    text = "".join(json.dumps(row) + "\n" for row in rows())
    if "--check" in sys.argv:
        print("same" if CASES.read_text() == text else "DIFFERENT")
    else:
        CASES.write_text(text)
        print(text.count("\n"), "cases")


main()
