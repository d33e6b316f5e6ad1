"""How arrays print."""


def _float_text(value, digits):
    """The shortest text of a float within `digits` digits after the point, without trailing zeros."""
    text = f"{value:.{digits}f}"
    return text.rstrip("0") if "." in text else text


def _is_finite(value):
    return value == value and value not in (float("inf"), float("-inf"))


def _formatter(values, kind):
    """A function that prints every value in the same width."""
    if kind == "b":
        texts = [str(value) for value in values]
        width = max((len(text) for text in texts), default=0)
        return lambda value: str(value).rjust(width)
    if kind in "iu":
        width = max((len(str(value)) for value in values), default=0)
        return lambda value: str(value).rjust(width)
    finite = [abs(value) for value in values if _is_finite(value)]
    nonzero = [value for value in finite if value]
    scientific = bool(nonzero) and (max(nonzero) >= 1e8 or min(nonzero) < 1e-4 or max(nonzero) / min(nonzero) > 1000)
    if scientific:
        return _scientific(values)
    digits = max((len(_shortest(value).partition(".")[2]) for value in values if _is_finite(value)), default=0)
    digits = min(digits, 8)
    texts = [_padded(value, digits) for value in values]
    width = max((len(text) for text in texts), default=0)
    return lambda value: _padded(value, digits).rjust(width)


def _shortest(value):
    text = _float_text(value, 8)
    return text


def _padded(value, digits):
    """Aligned at the point: trailing zeros become blanks."""
    if not _is_finite(value):
        return {"inf": "inf", "-inf": "-inf"}.get(str(value), "nan")
    text = _float_text(value, digits)
    whole, _, part = text.partition(".")
    return f"{whole}.{part.ljust(digits)}"


def _scientific(values):
    def text(value, digits=None):
        if not _is_finite(value):
            return str(value)
        mantissa, _, exponent = f"{value:.8e}".partition("e")
        mantissa = mantissa.rstrip("0") if digits is None else mantissa[: mantissa.index(".") + 1 + digits]
        return f"{mantissa}e{exponent}"

    digits = max(
        (len(text(value).partition("e")[0].partition(".")[2]) for value in values if _is_finite(value)), default=0
    )
    width = max((len(text(value, digits)) for value in values), default=0)
    return lambda value: text(value, digits).rjust(width)


def _lines(data, shape, show, indent, separator, edge):
    """Nested brackets; more than a thousand elements are cut to the first and last three of each dimension."""
    if not shape:
        return show(data)
    items = list(data)
    if edge and len(items) > 2 * edge:
        items = items[:edge] + [None] + items[-edge:]
    if len(shape) == 1:
        texts = ["..." if item is None else show(item) for item in items]
        lines, line = [], ""
        for i, text in enumerate(texts):
            piece = text + (separator if i < len(texts) - 1 else "")
            if line and len(" " * indent + line + piece.rstrip()) > 75 - (1 if separator == " " else 1):
                lines.append(line.rstrip())
                line = ""
            line += piece
        lines.append(line)
        return "[" + ("\n" + " " * (indent + 1)).join(lines) + "]"
    gap = separator.rstrip() + "\n" * (len(shape) - 1) + " " * (indent + 1)
    blocks = [
        "..." if item is None else _lines(item, shape[1:], show, indent + 1, separator, edge) for item in items
    ]
    return "[" + gap.join(blocks) + "]"


def _text(array, indent, separator):
    edge = 3 if array.size > 1000 else 0
    data = array.tolist()
    show = _formatter(_shown(data, array.shape, edge), array.dtype.kind)
    return _lines(data, array.shape, show, indent, separator, edge)


def _shown(data, shape, edge):
    """The values that will be printed."""
    if not shape:
        return [data]
    if edge and len(data) > 2 * edge:
        data = data[:edge] + data[-edge:]
    if len(shape) == 1:
        return data
    return [value for row in data for value in _shown(row, shape[1:], edge)]


def array_str(array):
    return _text(array, 0, " ")


def array_repr(array):
    if array.size == 0:
        return f"array({'[' * array.ndim}{']' * array.ndim}, dtype={array.dtype.name})"
    text = _text(array, 6, ", ")
    suffix = "" if array.dtype.name in ("float64", "int64", "bool") else f", dtype={array.dtype.name}"
    return f"array({text}{suffix})"
