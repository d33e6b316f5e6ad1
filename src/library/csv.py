"""Tables as text with commas."""

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE = range(4)


class Error(Exception):
    """A text that is not a table, or a row that cannot be written."""


class Dialect:
    delimiter = ","
    quotechar = '"'
    escapechar = None
    doublequote = True
    skipinitialspace = False
    lineterminator = "\r\n"
    quoting = QUOTE_MINIMAL
    strict = False


class excel(Dialect):
    """As Excel writes it."""


class excel_tab(excel):
    delimiter = "\t"


class unix_dialect(Dialect):
    quoting = QUOTE_ALL
    lineterminator = "\n"


_dialects = {"excel": excel, "excel-tab": excel_tab, "unix": unix_dialect}


def register_dialect(name, dialect=None, **options):
    _dialects[name] = type(name, (dialect or excel,), options)


def get_dialect(name):
    if name not in _dialects:
        raise Error("unknown dialect")
    return _dialects[name]


def list_dialects():
    return list(_dialects)


def _options(dialect, given):
    base = get_dialect(dialect) if isinstance(dialect, str) else dialect
    for name in given:
        if not hasattr(Dialect, name):
            raise TypeError(f"{name!r} is an invalid keyword argument for this function")
    return type("dialect", (base if isinstance(base, type) else type(base),), given)


class reader:
    """The rows of a text: lists of texts."""

    def __init__(self, csvfile, dialect="excel", **options):
        self._lines = iter(csvfile)
        self.dialect = _options(dialect, options)
        self.line_num = 0

    def __iter__(self):
        return self

    def __next__(self):
        d = self.dialect
        row, field = [], []
        quoted = in_quotes = False
        while True:
            try:
                line = next(self._lines)
            except StopIteration:
                if in_quotes and d.strict:
                    raise Error("unexpected end of data") from None
                if not (row or field or in_quotes):
                    raise
                break
            self.line_num += 1
            i, end = 0, len(line)
            while i < end:
                c = line[i]
                i += 1
                if in_quotes:
                    if d.escapechar is not None and c == d.escapechar:
                        field.append(line[i:i + 1])
                        i += 1
                    elif c == d.quotechar:
                        if d.doublequote and line[i:i + 1] == d.quotechar:
                            field.append(c)
                            i += 1
                        else:
                            in_quotes = False
                    else:
                        field.append(c)
                elif c == d.delimiter:
                    row.append(self._value(field, quoted))
                    field, quoted = [], False
                elif c in "\r\n":
                    break
                elif d.escapechar is not None and c == d.escapechar:
                    field.append(line[i:i + 1])
                    i += 1
                elif c == d.quotechar and not field and d.quoting != QUOTE_NONE:
                    in_quotes = quoted = True
                elif not (c == " " and d.skipinitialspace and not field and not quoted):
                    field.append(c)
            if not in_quotes:
                break
        if row or field or quoted:
            row.append(self._value(field, quoted))
        return row

    def _value(self, field, quoted):
        text = "".join(field)
        return float(text) if self.dialect.quoting == QUOTE_NONNUMERIC and not quoted else text


class writer:
    """Writes rows as text."""

    def __init__(self, csvfile, dialect="excel", **options):
        self._write = csvfile.write
        self.dialect = _options(dialect, options)

    def writerow(self, row):
        d = self.dialect
        fields = [self._field(value) for value in row]
        if fields == [""]:
            fields = [d.quotechar * 2]
        return self._write(d.delimiter.join(fields) + d.lineterminator)

    def writerows(self, rows):
        for row in rows:
            self.writerow(row)

    def _field(self, value):
        d = self.dialect
        text = "" if value is None else repr(value) if isinstance(value, float) else str(value)
        special = any(c in text for c in (d.delimiter, d.quotechar, "\n", "\r"))
        numeric = isinstance(value, (int, float))
        if d.quoting == QUOTE_NONE:
            if special and d.escapechar is None:
                raise Error("need to escape, but no escapechar set")
            return "".join((d.escapechar + c) if c in (d.delimiter, d.quotechar) else c for c in text)
        if special or d.quoting == QUOTE_ALL or d.quoting == QUOTE_NONNUMERIC and not numeric:
            return d.quotechar + text.replace(d.quotechar, d.quotechar * 2) + d.quotechar
        return text


class DictReader:
    """The rows of a text as dicts; the first row names the columns."""

    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", *args, **kwds):
        self._fieldnames = fieldnames
        self.restkey = restkey
        self.restval = restval
        self.reader = reader(f, dialect, *args, **kwds)

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            self._fieldnames = next(self.reader, None)
        return self._fieldnames

    @property
    def line_num(self):
        return self.reader.line_num

    def __iter__(self):
        return self

    def __next__(self):
        names = self.fieldnames
        row = next(self.reader)
        while row == []:
            row = next(self.reader)
        made = dict(zip(names, row))
        if len(names) < len(row):
            made[self.restkey] = row[len(names):]
        for name in names[len(row):]:
            made[name] = self.restval
        return made


class DictWriter:
    """Writes dicts as rows."""

    def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", *args, **kwds):
        self.fieldnames = fieldnames
        self.restval = restval
        self.extrasaction = extrasaction
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def writerow(self, rowdict):
        if self.extrasaction == "raise":
            wrong = [key for key in rowdict if key not in self.fieldnames]
            if wrong:
                raise ValueError("dict contains fields not in fieldnames: " + ", ".join(repr(x) for x in wrong))
        return self.writer.writerow([rowdict.get(key, self.restval) for key in self.fieldnames])

    def writerows(self, rowdicts):
        for row in rowdicts:
            self.writerow(row)
