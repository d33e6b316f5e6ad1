"""Whatever a program wants to plot, as lists of floats."""


def nested(data):
    """Arrays and tensors as (nested) lists. A tensor that requires a gradient refuses, as in PyTorch."""
    if hasattr(data, "numpy"):
        data = data.numpy()
    if hasattr(data, "tolist"):
        return data.tolist()
    if hasattr(data, "__iter__") and not isinstance(data, str):
        return [nested(item) for item in data]
    return data


def flat(data):
    """All numbers in one list, row by row."""
    data = nested(data)
    if not isinstance(data, list):
        return [data]
    result = []
    for item in data:
        if isinstance(item, list):
            result += flat(item)
        else:
            result.append(item)
    return result


def numbers(data):
    return [float(value) for value in flat(data)]


def columns(data):
    """The curves in one argument: a vector is one, a matrix has one a column."""
    data = nested(data)
    if isinstance(data, list) and data and isinstance(data[0], list):
        if len(data[0]) == 1:
            return [[row[0] for row in data]]
        return [[row[i] for row in data] for i in range(len(data[0]))]
    return [flat(data)]


def shape(data):
    """The shape of nested lists."""
    sizes = []
    while isinstance(data, list):
        sizes.append(len(data))
        if not data:
            break
        data = data[0]
    return tuple(sizes)


def nice_levels(low, high, count):
    """About `count` round values that span low to high."""
    if not low < high:
        return [low - 0.5, low + 0.5]
    rough = (high - low) / max(count, 1)
    power = 10.0 ** _floor_log10(rough)
    step = min((power * m for m in (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10)), key=lambda s: (s < rough * 0.999, s))
    first = int(low // step)
    last = int(-(-high // step))
    return [i * step for i in range(first, last + 1)]


def _floor_log10(x):
    exponent = 0
    while x >= 10:
        x /= 10
        exponent += 1
    while x < 1:
        x *= 10
        exponent -= 1
    return exponent
