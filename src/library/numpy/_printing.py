"""How arrays print.

The layout is numpy's: all elements in one width, lines of 75 columns, and of more than a thousand elements the first and
last three of each dimension.
"""

import _numpy

_DEFAULTS = {"precision": 8, "threshold": 1000, "edgeitems": 3, "linewidth": 75, "suppress": False, "nanstr": "nan",
             "infstr": "inf", "formatter": None, "sign": "-", "floatmode": "maxprec", "legacy": False}
_options = dict(_DEFAULTS)


def set_printoptions(precision=None, threshold=None, edgeitems=None, linewidth=None, suppress=None, nanstr=None,
                     infstr=None, formatter=None, sign=None, floatmode=None, *, legacy=None, override_repr=None):
    """Sets how arrays print from now on."""
    given = {"precision": precision, "threshold": threshold, "edgeitems": edgeitems, "linewidth": linewidth,
             "suppress": suppress, "nanstr": nanstr, "infstr": infstr, "sign": sign, "floatmode": floatmode}
    _options.update({name: value for name, value in given.items() if value is not None})
    _options["formatter"] = formatter


def get_printoptions():
    return dict(_options)


class printoptions:
    """`with np.printoptions(precision=3): ...`"""

    def __init__(self, **options):
        self.options = options

    def __enter__(self):
        self.before = dict(_options)
        set_printoptions(**self.options)
        return get_printoptions()

    def __exit__(self, *_):
        _options.update(self.before)


def _is_finite(value):
    return value - value == 0


class _Floats:
    """Formats floats in one width, positional or scientific."""

    def __init__(self, values, dtype, options):
        self.dtype = dtype
        self.options = options
        self.precision = options["precision"]
        self.sign = options["sign"]
        finite = [value for value in values if _is_finite(value)]
        sizes = [abs(value) for value in finite if value]
        # A float32 has fewer digits to show: beyond 1e6 not all would mean something.
        large, small = (1e8, 1e-4) if dtype == "float64" else (min(1e8, 10.0**6), 9.999999747378752e-05)
        self.scientific = bool(sizes) and (
            max(sizes) >= large or not options["suppress"] and (min(sizes) < small or max(sizes) / min(sizes) > 1000.0)
        )
        self.fixed = options["floatmode"] == "fixed"
        parts = [self.parts(value) for value in finite] or [("0", "", "")]
        self.left = max(len(whole) for whole, _, _ in parts)
        self.right = self.precision if self.fixed else max(len(part) for _, part, _ in parts)
        self.exponent = max(len(exponent) for _, _, exponent in parts)
        if not finite:
            self.left = self.right = 0
        if self.scientific and finite:
            self.power = max(len(exponent) for _, _, exponent in parts) - 2
        odd = [len(self.odd(value)) for value in values if not _is_finite(value)]
        if odd:
            self.left = max(self.left, max(odd) - (self.right + 1 + (self.exponent if self.scientific else 0)))

    def signed(self, value, text):
        return "+" + text if self.sign == "+" and not text.startswith("-") else text

    def odd(self, value):
        """What is no finite number."""
        if value != value:
            return self.options["nanstr"]
        return self.signed(value, ("-" if value < 0 else "") + self.options["infstr"])

    def parts(self, value):
        """Whole part, part after the point and exponent: the shortest digits that mean the value, at most `precision`."""
        shortest = _numpy.float_text(value, self.dtype)
        if self.scientific:
            digits, exponent = _digits(shortest)
            if len(digits) - 1 > self.precision:
                mantissa, _, exponent = f"{value:.{self.precision}e}".partition("e")
                digits, exponent = mantissa.replace(".", "").lstrip("-"), int(exponent)
            sign = "-" if shortest[0] == "-" else ""
            part = digits[1:].rstrip("0")
            return self.signed(value, sign + digits[0]), part, f"e{'-' if exponent < 0 else '+'}{abs(exponent):02d}"
        part = shortest.partition(".")[2]
        if "e" in shortest or len(part) > self.precision:
            shortest = f"{value:.{self.precision}f}"
        elif self.fixed:
            shortest = f"{shortest}{'0' * (self.precision - len(part))}"
        whole, _, part = shortest.partition(".")
        return self.signed(value, whole), part.rstrip("0"), ""

    def __call__(self, value):
        width = self.left + 1 + self.right + (self.exponent if self.scientific else 0)
        if not _is_finite(value):
            return self.odd(value).rjust(width)
        if self.scientific:
            mantissa, _, exponent = f"{value:.{self.right}e}".partition("e")
            mantissa = self.signed(value, mantissa if self.right else mantissa + ".")
            return f"{mantissa.rjust(self.left + 1 + self.right)}e{exponent[0]}{exponent[1:].rjust(self.power, '0')}"
        whole, part, _ = self.parts(value)
        return f"{whole.rjust(self.left)}.{part.ljust(self.right, '0' if self.fixed else ' ')}"


def _digits(text):
    """Significant digits of a number's text and the power of ten of the first one."""
    mantissa, _, power = text.lstrip("-").partition("e")
    whole, _, part = mantissa.partition(".")
    exponent = int(power or 0)
    digits = (whole + part).lstrip("0")
    if not digits:
        return "0", 0
    exponent += len(whole) - 1 if whole.strip("0") else -1 - (len(part) - len(part.lstrip("0")))
    return digits, exponent


def _formatter(values, kind, dtype, options):
    """A function that prints every value in the same width."""
    own = options["formatter"] or {}
    names = {"b": ("bool",), "i": ("int", "int_kind"), "u": ("int", "int_kind"), "f": ("float", "float_kind")}[kind]
    for name in (*names, "all"):
        if name in own:
            return own[name]
    if kind == "b":
        return lambda value: " True" if value else "False"
    if kind in "iu":
        width = max((len(str(value)) for value in values), default=0)
        return lambda value: str(value).rjust(width)
    return _Floats(values, dtype, options)


class _Layout:
    """Nested brackets in lines of a width."""

    def __init__(self, show, separator, edge, indent, width):
        self.show = show
        self.separator = separator
        self.edge = edge
        self.indent = indent
        self.width = width

    def add(self, text, line, word, width, hanging):
        if len(line) + len(word) > width and len(line) > len(hanging):
            return text + line.rstrip() + "\n", hanging + word
        return text, line + word

    def lines(self, data, depth, hanging, width):
        if depth == 0:
            return self.show(data)
        items = list(data)
        cut = self.edge and len(items) > 2 * self.edge
        if cut:
            items = items[: self.edge] + [None] + items[-self.edge:]
        if depth == 1:
            text, line = "", hanging
            each = width - max(len(self.separator.rstrip()), 1)
            for at, item in enumerate(items):
                last = at == len(items) - 1
                word = "..." if cut and at == self.edge else self.show(item)
                text, line = self.add(text, line, word, each, hanging)
                if not last:
                    line += self.separator
            text += line
        else:
            text = ""
            gap = self.separator.rstrip() + "\n" * (depth - 1)
            for at, item in enumerate(items):
                nested = "..." if cut and at == self.edge else self.lines(item, depth - 1, hanging + " ", width - 1)
                text += hanging + nested + (gap if at < len(items) - 1 else "")
        return "[" + text[len(hanging):] + "]"


def _text(array, separator, prefix, suffix, options):
    if array.size == 0:
        return "[" * 1 + "]" * 1 if array.ndim <= 1 else "[]"
    edge = options["edgeitems"] if array.size > options["threshold"] else 0
    data = array.tolist()
    values = _shown(data, array.shape, edge)
    show = _formatter(values, array.dtype.kind, array.dtype.name, options)
    hanging = " " * (len(prefix) + 1)
    layout = _Layout(show, separator, edge, hanging, options["linewidth"])
    return layout.lines(data, array.ndim, hanging, options["linewidth"] - len(suffix))


def _shown(data, shape, edge):
    """The values that will be printed."""
    if not shape:
        return [data]
    if edge and len(data) > 2 * edge:
        data = data[:edge] + data[-edge:]
    if len(shape) == 1:
        return data
    return [value for row in data for value in _shown(row, shape[1:], edge)]


def _with(**given):
    return {**_options, **{name: value for name, value in given.items() if value is not None}}


def array2string(a, max_line_width=None, precision=None, suppress_small=None, separator=" ", prefix="", *, formatter=None,
                 threshold=None, edgeitems=None, sign=None, floatmode=None, suffix=""):
    options = _with(linewidth=max_line_width, precision=precision, suppress=suppress_small, formatter=formatter,
                    threshold=threshold, edgeitems=edgeitems, sign=sign, floatmode=floatmode)
    return _text(a, separator, prefix, suffix, options)


def array_str(a, max_line_width=None, precision=None, suppress_small=None):
    if a.ndim == 0:
        return str(_numpy.element(a))
    return _text(a, " ", "", "", _with(linewidth=max_line_width, precision=precision, suppress=suppress_small))


def array_repr(arr, max_line_width=None, precision=None, suppress_small=None):
    options = _with(linewidth=max_line_width, precision=precision, suppress=suppress_small)
    name = arr.dtype.name
    extras = []
    if arr.size > 0 or arr.shape == (0,):
        text = "array(" + _text(arr, ", ", "array(", ")", options)
    else:
        text = "array([]"
    if arr.size == 0 and arr.shape != (0,) or arr.size > options["threshold"]:
        extras.append(f"shape={arr.shape}")
    if name not in ("float64", "int64", "bool") or arr.size == 0:
        extras.append(f"dtype={name}")
    if not extras:
        return text + ")"
    last = len(text) - (text.rfind("\n") + 1)
    extra = ", ".join(extras) + ")"
    gap = "\n" + " " * len("array(") if last + len(extra) + 2 > options["linewidth"] else " "
    return text + "," + gap + extra
