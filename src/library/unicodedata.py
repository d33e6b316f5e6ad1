"""What Unicode says about characters."""

from _unicode import category, combining, normalize

unidata_version = "14.0.0"


def is_normalized(form, unistr, /):
    return normalize(form, unistr) == unistr


def decimal(chr, *default):
    if chr.isdecimal():
        return int(chr)
    if default:
        return default[0]
    raise ValueError("not a decimal")


def digit(chr, *default):
    flat = normalize("NFKD", chr)
    if chr.isdigit() and flat.isdecimal():
        return int(flat)
    if default:
        return default[0]
    raise ValueError("not a digit")
