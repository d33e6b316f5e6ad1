"""Arrays in text files."""

from ._ndarray import array, asarray

__all__ = ["loadtxt", "genfromtxt", "savetxt", "fromstring"]


def _lines(fname):
    if hasattr(fname, "read"):
        return fname.read().splitlines()
    if isinstance(fname, (list, tuple)):
        return list(fname)
    with open(fname) as file:
        return file.read().splitlines()


def loadtxt(fname, dtype=float, comments="#", delimiter=None, converters=None, skiprows=0, usecols=None, unpack=False,
            ndmin=0, encoding=None, max_rows=None):
    rows = []
    for line in _lines(fname)[skiprows:]:
        line = line.split(comments)[0].strip() if comments else line.strip()
        if line:
            rows.append([_number(cell, None) for cell in _cells(line, delimiter, usecols)])
    return _shaped(rows[:max_rows], dtype, unpack, ndmin)


def genfromtxt(fname, dtype=float, comments="#", delimiter=None, skip_header=0, skip_footer=0, missing_values=None,
               filling_values=None, usecols=None, names=None, unpack=False, max_rows=None, encoding=None, ndmin=0):
    """As `loadtxt`; what is no number is nan."""
    lines = _lines(fname)[skip_header:]
    lines = lines[: len(lines) - skip_footer]
    missing = float("nan") if filling_values is None else filling_values
    rows = []
    for line in lines:
        line = line.split(comments)[0].strip() if comments else line.strip()
        if line:
            rows.append([_number(cell, missing) for cell in _cells(line, delimiter, usecols)])
    return _shaped(rows[:max_rows], dtype or float, unpack, ndmin)


def _cells(line, delimiter, usecols):
    cells = line.split(delimiter)
    if usecols is None:
        return cells
    return [cells[at] for at in ([usecols] if isinstance(usecols, int) else usecols)]


def _number(cell, missing):
    try:
        return float(cell)
    except ValueError:
        if missing is None:
            raise ValueError(f"could not convert string '{cell.strip()}' to float64") from None
        return missing


def _shaped(rows, dtype, unpack, ndmin):
    made = array(rows, float).astype(dtype)
    made = made.squeeze() if ndmin < 2 and made.size else made
    return made.T if unpack else made


def savetxt(fname, X, fmt="%.18e", delimiter=" ", newline="\n", header="", footer="", comments="# ", encoding=None):
    X = asarray(X)
    X = X.reshape(-1, 1) if X.ndim == 1 else X
    lines = [comments + header] if header else []
    for row in X.tolist():
        formats = [fmt] * len(row) if isinstance(fmt, str) else fmt
        lines.append(fmt % tuple(row) if isinstance(fmt, str) and fmt.count("%") > 1 else delimiter.join(one % value for one, value in zip(formats, row)))
    lines += [comments + footer] if footer else []
    text = "".join(line + newline for line in lines)
    if hasattr(fname, "write"):
        fname.write(text)
    else:
        with open(fname, "w") as file:
            file.write(text)


def fromstring(string, dtype=float, count=-1, sep=""):
    return array([float(cell) for cell in string.split(sep.strip() or None)], float).astype(dtype)
