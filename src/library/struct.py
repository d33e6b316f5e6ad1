"""Numbers as bytes and back, laid out by a format: `struct.unpack(">II", data)`."""

__all__ = ["pack", "unpack", "unpack_from", "iter_unpack", "calcsize", "Struct", "error"]

_SIZES = {"x": 1, "c": 1, "b": 1, "B": 1, "?": 1, "h": 2, "H": 2, "i": 4, "I": 4, "l": 4, "L": 4, "q": 8, "Q": 8, "f": 4,
          "d": 8, "s": 1}
_NATIVE = {**_SIZES, "l": 8, "L": 8, "n": 8, "N": 8}


class error(Exception):
    __module__ = "struct"


def _items(format):
    """Byte order, and for each item its code, count, size and the padding before it."""
    order, codes = ("@", format) if not format or format[0] not in "@=<>!" else (format[0], format[1:])
    sizes = _NATIVE if order == "@" else _SIZES
    items, count, offset = [], "", 0
    for code in codes.replace(" ", ""):
        if code.isdigit():
            count += code
            continue
        if code not in sizes:
            raise error("bad char in struct format")
        size = sizes[code]
        gap = -offset % size if order == "@" else 0
        times = int(count or 1)
        items.append((code, times, size, gap))
        offset += gap + size * times
        count = ""
    return "big" if order in ">!" else "little", items, offset


def calcsize(format):
    return _items(format)[2]


def _float_bytes(value, size, order):
    import _numpy
    import _serialize

    data = _serialize.to_bytes(_numpy.array([float(value)], "float64" if size == 8 else "float32", True))
    return data if order == "little" else data[::-1]


def _float_of(data, order):
    import _serialize

    data = data if order == "little" else data[::-1]
    return float(_serialize.array(data, "float64" if len(data) == 8 else "float32", (1,)).tolist()[0])


def pack(format, *values):
    order, items, _ = _items(format)
    wanted = sum(1 if code == "s" else 0 if code == "x" else times for code, times, _, _ in items)
    if wanted != len(values):
        raise error(f"pack expected {wanted} items for packing (got {len(values)})")
    data, rest = b"", list(values)
    for code, times, size, gap in items:
        data += bytes(gap)
        if code == "x":
            data += bytes(times)
        elif code == "s":
            text = bytes(rest.pop(0)[:times])
            data += text + bytes(times - len(text))
        else:
            for _ in range(times):
                data += _packed(code, rest.pop(0), size, order)
    return data


def _packed(code, value, size, order):
    if code == "c":
        return bytes(value)
    if code == "?":
        return b"\1" if value else b"\0"
    if code in "fd":
        return _float_bytes(value, size, order)
    if not hasattr(value, "__index__"):
        raise error("required argument is not an integer")
    signed = code.islower()
    low, high = (-(1 << 8 * size - 1), (1 << 8 * size - 1) - 1) if signed else (0, (1 << 8 * size) - 1)
    if not low <= value <= high:
        kind = {"b": "byte", "B": "ubyte", "h": "short", "H": "ushort"}.get(code)
        raise error(f"{kind} format requires {low} <= number <= {high}" if kind else
                    f"'{code}' format requires {low} <= number <= {high}")
    return int(value).to_bytes(size, order, signed=signed)


def unpack(format, buffer):
    size = calcsize(format)
    if len(buffer) != size:
        raise error(f"unpack requires a buffer of {size} bytes")
    return unpack_from(format, buffer)


def unpack_from(format, buffer, offset=0):
    order, items, total = _items(format)
    if len(buffer) - offset < total:
        raise error(f"unpack_from requires a buffer of at least {total + offset} bytes for unpacking {total} bytes at offset "
                    f"{offset} (actual buffer size is {len(buffer)})")
    values, at = [], offset
    for code, times, size, gap in items:
        at += gap
        if code == "s":
            values.append(bytes(buffer[at : at + times]))
        elif code != "x":
            for number in range(times):
                part = bytes(buffer[at + number * size : at + (number + 1) * size])
                values.append(_unpacked(code, part, order))
        at += size * times
    return tuple(values)


def _unpacked(code, part, order):
    if code == "c":
        return part
    if code == "?":
        return part != b"\0"
    if code in "fd":
        return _float_of(part, order)
    return int.from_bytes(part, order, signed=code.islower())


def iter_unpack(format, buffer):
    size = calcsize(format)
    if not size or len(buffer) % size:
        raise error(f"iterative unpacking requires a buffer of a multiple of {size} bytes")
    return iter([unpack_from(format, buffer, at) for at in range(0, len(buffer), size)])


class Struct:
    """A format that is kept."""

    def __init__(self, format):
        self.format = format
        self.size = calcsize(format)

    def pack(self, *values):
        return pack(self.format, *values)

    def unpack(self, buffer):
        return unpack(self.format, buffer)

    def unpack_from(self, buffer, offset=0):
        return unpack_from(self.format, buffer, offset)
