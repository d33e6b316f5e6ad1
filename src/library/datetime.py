"""Dates, times and the spans between them."""

import time as _time
from time import _DAYS_BEFORE, _MONTHS, _WEEKDAYS, _is_leap

MINYEAR, MAXYEAR = 1, 9999
_DAYS_IN = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _days_in(year, month):
    return 29 if month == 2 and _is_leap(year) else _DAYS_IN[month - 1]


def _ordinal(year, month, day):
    before = year - 1
    return before * 365 + before // 4 - before // 100 + before // 400 + _DAYS_BEFORE[month - 1] + (month > 2 and _is_leap(year)) + day


def _from_ordinal(n):
    return _time._civil(n - 719163)


def _check_date(year, month, day):
    for value in (year, month, day):
        if not isinstance(value, int):
            raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"year {year} is out of range")
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12")
    if not 1 <= day <= _days_in(year, month):
        raise ValueError("day is out of range for month")


def _check_time(hour, minute, second, microsecond):
    for value, name, end in ((hour, "hour", 23), (minute, "minute", 59), (second, "second", 59), (microsecond, "microsecond", 999999)):
        if not 0 <= value <= end:
            raise ValueError(f"{name} must be in 0..{end}")


class timedelta:
    """A span of time: days, seconds and microseconds."""

    __slots__ = ("days", "seconds", "microseconds")

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        seconds_in = ((days + weeks * 7) * 86400 + hours * 3600 + minutes * 60 + seconds)
        if isinstance(seconds_in, int) and isinstance(microseconds, int) and isinstance(milliseconds, int):
            total = seconds_in * 10**6 + milliseconds * 1000 + microseconds
        else:
            total = _whole(days + weeks * 7, 86400 * 10**6) + _whole(hours, 3600 * 10**6) + _whole(minutes, 60 * 10**6)
            total = round(total + _whole(seconds, 10**6) + _whole(milliseconds, 1000) + microseconds)
        return cls._of(total)

    @classmethod
    def _of(cls, microseconds):
        self = object.__new__(cls)
        seconds, self.microseconds = divmod(microseconds, 10**6)
        self.days, self.seconds = divmod(seconds, 86400)
        if abs(self.days) > 999999999:
            raise OverflowError(f"days={self.days}; must have magnitude <= 999999999")
        return self

    def _total(self):
        return (self.days * 86400 + self.seconds) * 10**6 + self.microseconds

    def total_seconds(self):
        return self._total() / 10**6

    def __repr__(self):
        parts = [f"{name}={value}" for name, value in (("days", self.days), ("seconds", self.seconds), ("microseconds", self.microseconds)) if value]
        return f"datetime.timedelta({', '.join(parts) or '0'})"

    def __str__(self):
        minutes, seconds = divmod(self.seconds, 60)
        hours, minutes = divmod(minutes, 60)
        text = f"{hours}:{minutes:02d}:{seconds:02d}"
        if self.days:
            text = f"{self.days} day{'s' if abs(self.days) != 1 else ''}, {text}"
        return text + (f".{self.microseconds:06d}" if self.microseconds else "")

    def __add__(self, other):
        return timedelta._of(self._total() + other._total()) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        return timedelta._of(self._total() - other._total()) if isinstance(other, timedelta) else NotImplemented

    def __neg__(self):
        return timedelta._of(-self._total())

    def __pos__(self):
        return self

    def __abs__(self):
        return timedelta._of(abs(self._total()))

    def __mul__(self, other):
        return timedelta._of(round(self._total() * other)) if isinstance(other, (int, float)) else NotImplemented

    __rmul__ = __mul__

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._total() / other._total()
        return timedelta._of(round(self._total() / other)) if isinstance(other, (int, float)) else NotImplemented

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._total() // other._total()
        return timedelta._of(self._total() // other) if isinstance(other, int) else NotImplemented

    def __mod__(self, other):
        return timedelta._of(self._total() % other._total()) if isinstance(other, timedelta) else NotImplemented

    def __divmod__(self, other):
        return self // other, self % other

    def __eq__(self, other):
        return self._total() == other._total() if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return self._total() < other._total() if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return self._total() <= other._total() if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return self._total() > other._total() if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return self._total() >= other._total() if isinstance(other, timedelta) else NotImplemented

    def __hash__(self):
        return hash(self._total())

    def __bool__(self):
        return bool(self._total())


def _whole(value, unit):
    """Exact microseconds of a number of units, as far as floats go."""
    return value * unit if isinstance(value, int) else round(value * unit)


timedelta.min = timedelta(-999999999)
timedelta.max = timedelta(days=999999999, hours=23, minutes=59, seconds=59, microseconds=999999)
timedelta.resolution = timedelta(microseconds=1)


class tzinfo:
    """A time zone."""


class timezone(tzinfo):
    """A fixed distance from UTC."""

    def __init__(self, offset, name=None):
        self._offset, self._name = offset, name

    def utcoffset(self, dt):
        return self._offset

    def tzname(self, dt):
        if self._name is not None:
            return self._name
        return "UTC" + (_offset_text(self._offset) if self._offset else "")

    def dst(self, dt):
        return None

    def __eq__(self, other):
        return isinstance(other, timezone) and self._offset == other._offset

    def __hash__(self):
        return hash(self._offset)

    def __repr__(self):
        return "datetime.timezone.utc" if self is timezone.utc else f"datetime.timezone({self._offset!r})"

    def __str__(self):
        return self.tzname(None)


def _offset_text(offset):
    minutes = offset._total() // (60 * 10**6)
    sign = "-" if minutes < 0 else "+"
    return f"{sign}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"


timezone.utc = timezone(timedelta(0))
UTC = timezone.utc


def _format(moment, spec, parts):
    """strftime with `%f` and `%z`, which only moments have."""
    micro = getattr(moment, "microsecond", 0)
    zone = getattr(moment, "tzinfo", None)
    out, i = [], 0
    while i < len(spec):
        two = spec[i:i + 2]
        if two == "%f":
            out.append(f"{micro:06d}")
        elif two == "%z":
            out.append(_offset_text(zone.utcoffset(moment)).replace(":", "") if zone else "")
        elif two == "%Z":
            out.append(zone.tzname(moment) if zone else "")
        elif two[:1] == "%":
            out.append(_time.strftime(two, parts))
        else:
            out.append(spec[i])
            i += 1
            continue
        i += 2
    return "".join(out)


class date:
    """A day."""

    def __new__(cls, year, month=None, day=None):
        _check_date(year, month, day)
        self = object.__new__(cls)
        self._year, self._month, self._day = year, month, day
        return self

    year = property(lambda self: self._year)
    month = property(lambda self: self._month)
    day = property(lambda self: self._day)

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromtimestamp(cls, t):
        return cls(*_time.gmtime(t)[:3])

    @classmethod
    def fromordinal(cls, n):
        return cls(*_from_ordinal(n))

    @classmethod
    def fromisoformat(cls, text):
        try:
            if len(text) != 10 or text[4] != "-" or text[7] != "-":
                raise ValueError
            parts = int(text[:4]), int(text[5:7]), int(text[8:])
        except ValueError:
            raise ValueError(f"Invalid isoformat string: {text!r}") from None
        return cls(*parts)

    def toordinal(self):
        return _ordinal(self._year, self._month, self._day)

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.toordinal() % 7 or 7

    def isocalendar(self):
        thursday = self.toordinal() - self.weekday() + 3
        year = _from_ordinal(thursday)[0]
        return year, (thursday - _ordinal(year, 1, 1)) // 7 + 1, self.weekday() + 1

    def isoformat(self):
        return f"{self._year:04d}-{self._month:02d}-{self._day:02d}"

    __str__ = isoformat

    def timetuple(self):
        yday = self.toordinal() - _ordinal(self._year, 1, 1) + 1
        return _time.struct_time((self._year, self._month, self._day, 0, 0, 0, self.weekday(), yday, -1))

    def ctime(self):
        return _time.asctime(self.timetuple())

    def strftime(self, format):
        return _format(self, format, self.timetuple())

    def __format__(self, spec):
        return self.strftime(spec) if spec else str(self)

    def replace(self, year=None, month=None, day=None):
        return type(self)(year or self._year, month or self._month, day or self._day)

    def __repr__(self):
        return f"datetime.date({self._year}, {self._month}, {self._day})"

    def _key(self):
        return self._year, self._month, self._day

    def __eq__(self, other):
        return self._key() == other._key() if type(other) is type(self) else NotImplemented

    def __lt__(self, other):
        return self._key() < other._key() if type(other) is type(self) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if type(other) is type(self) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if type(other) is type(self) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if type(other) is type(self) else NotImplemented

    def __hash__(self):
        return hash(self._key())

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        n = self.toordinal() + other.days
        if not 1 <= n <= 3652059:
            raise OverflowError("date value out of range")
        return type(self).fromordinal(n)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + timedelta(-other.days)
        return timedelta(self.toordinal() - other.toordinal()) if isinstance(other, date) else NotImplemented


date.min, date.max, date.resolution = date(1, 1, 1), date(9999, 12, 31), timedelta(days=1)


def _clock_text(hour, minute, second, microsecond, timespec="auto"):
    if timespec == "hours":
        return f"{hour:02d}"
    if timespec == "minutes":
        return f"{hour:02d}:{minute:02d}"
    text = f"{hour:02d}:{minute:02d}:{second:02d}"
    if timespec == "milliseconds":
        return f"{text}.{microsecond // 1000:03d}"
    return f"{text}.{microsecond:06d}" if timespec == "microseconds" or timespec == "auto" and microsecond else text


class time:
    """A time of day."""

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        _check_time(hour, minute, second, microsecond)
        self = object.__new__(cls)
        self.hour, self.minute, self.second, self.microsecond, self.tzinfo, self.fold = hour, minute, second, microsecond, tzinfo, fold
        return self

    @classmethod
    def fromisoformat(cls, text):
        return cls(*_clock_parts(text))

    def _key(self):
        return self.hour, self.minute, self.second, self.microsecond

    def isoformat(self, timespec="auto"):
        return _clock_text(*self._key(), timespec) + (_offset_text(self.tzinfo.utcoffset(None)) if self.tzinfo else "")

    __str__ = isoformat

    def strftime(self, format):
        return _format(self, format, _time.struct_time((1900, 1, 1, self.hour, self.minute, self.second, 0, 1, -1)))

    def __format__(self, spec):
        return self.strftime(spec) if spec else str(self)

    def replace(self, hour=None, minute=None, second=None, microsecond=None):
        given = (hour, minute, second, microsecond)
        return time(*[old if new is None else new for new, old in zip(given, self._key())], self.tzinfo)

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, time) else NotImplemented

    def __lt__(self, other):
        return self._key() < other._key() if isinstance(other, time) else NotImplemented

    def __hash__(self):
        return hash(self._key())

    def __repr__(self):
        parts = [self.hour, self.minute]
        if self.second or self.microsecond:
            parts.append(self.second)
        if self.microsecond:
            parts.append(self.microsecond)
        return f"datetime.time({', '.join(map(str, parts))})"


def _clock_parts(text):
    whole, _, fraction = text.partition(".")
    parts = [int(part) for part in whole.split(":")]
    return [*parts, *[0] * (3 - len(parts)), int((fraction + "000000")[:6]) if fraction else 0]


class datetime(date):
    """A day and a time of day."""

    def __new__(cls, year, month=None, day=None, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        _check_date(year, month, day)
        _check_time(hour, minute, second, microsecond)
        self = object.__new__(cls)
        self._year, self._month, self._day = year, month, day
        self.hour, self.minute, self.second, self.microsecond, self.tzinfo, self.fold = hour, minute, second, microsecond, tzinfo, fold
        return self

    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(_time.time(), tz)

    @classmethod
    def today(cls):
        return cls.now()

    @classmethod
    def utcnow(cls):
        return cls.now()

    @classmethod
    def fromtimestamp(cls, t, tz=None):
        total = round(t * 10**6)
        seconds, micro = divmod(total, 10**6)
        made = cls(*_time.gmtime(seconds)[:6], micro)
        if tz is None:
            return made
        shifted = made + tz.utcoffset(made)
        return shifted.replace(tzinfo=tz)

    utcfromtimestamp = fromtimestamp

    @classmethod
    def fromordinal(cls, n):
        return cls(*_from_ordinal(n))

    @classmethod
    def combine(cls, date, time, tzinfo=None):
        return cls(date.year, date.month, date.day, time.hour, time.minute, time.second, time.microsecond, tzinfo or time.tzinfo)

    @classmethod
    def fromisoformat(cls, text):
        zone = None
        try:
            day, clock = date.fromisoformat(text[:10]), text[11:]
            if clock.endswith("Z"):
                zone, clock = timezone.utc, clock[:-1]
            else:
                for sign in "+-":
                    if sign in clock:
                        clock, _, offset = clock.partition(sign)
                        hours, minutes = int(offset[:2]), int(offset[-2:])
                        zone = timezone(timedelta(hours=hours, minutes=minutes) * (1 if sign == "+" else -1))
            parts = _clock_parts(clock) if clock else [0, 0, 0, 0]
        except (ValueError, IndexError):
            raise ValueError(f"Invalid isoformat string: {text!r}") from None
        return cls(day.year, day.month, day.day, *parts, zone)

    @classmethod
    def strptime(cls, date_string, format):
        return cls(*_parsed(date_string, format))

    def _key(self):
        return self._year, self._month, self._day, self.hour, self.minute, self.second, self.microsecond

    def _microseconds(self):
        seconds = (self.toordinal() * 24 + self.hour) * 3600 + self.minute * 60 + self.second
        total = seconds * 10**6 + self.microsecond
        return total - self.tzinfo.utcoffset(self)._total() if self.tzinfo else total

    def date(self):
        return date(self._year, self._month, self._day)

    def time(self):
        return time(self.hour, self.minute, self.second, self.microsecond)

    def timestamp(self):
        return (self._microseconds() - 719163 * 86400 * 10**6) / 10**6

    def utcoffset(self):
        return self.tzinfo and self.tzinfo.utcoffset(self)

    def tzname(self):
        return self.tzinfo and self.tzinfo.tzname(self)

    def astimezone(self, tz=None):
        tz = tz or timezone.utc
        utc = self - (self.utcoffset() or timedelta(0))
        return (utc + tz.utcoffset(self)).replace(tzinfo=tz)

    def timetuple(self):
        yday = self.toordinal() - _ordinal(self._year, 1, 1) + 1
        return _time.struct_time((self._year, self._month, self._day, self.hour, self.minute, self.second, self.weekday(), yday, -1))

    def isoformat(self, sep="T", timespec="auto"):
        clock = _clock_text(self.hour, self.minute, self.second, self.microsecond, timespec)
        return f"{date.isoformat(self)}{sep}{clock}{_offset_text(self.utcoffset()) if self.tzinfo else ''}"

    def __str__(self):
        return self.isoformat(" ")

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None, tzinfo=True):
        given = (year, month, day, hour, minute, second, microsecond)
        parts = [old if new is None else new for new, old in zip(given, self._key())]
        return type(self)(*parts, self.tzinfo if tzinfo is True else tzinfo)

    def __repr__(self):
        parts = [*self._key()[:5]]
        if self.second or self.microsecond:
            parts.append(self.second)
        if self.microsecond:
            parts.append(self.microsecond)
        zone = f", tzinfo={self.tzinfo!r}" if self.tzinfo else ""
        return f"datetime.datetime({', '.join(map(str, parts))}{zone})"

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        total = (self.toordinal() * 86400 + self.hour * 3600 + self.minute * 60 + self.second) * 10**6 + self.microsecond + other._total()
        seconds, micro = divmod(total, 10**6)
        days, rest = divmod(seconds, 86400)
        if not 1 <= days <= 3652059:
            raise OverflowError("date value out of range")
        return type(self)(*_from_ordinal(days), rest // 3600, rest // 60 % 60, rest % 60, micro, self.tzinfo)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + -other
        if not isinstance(other, datetime):
            return NotImplemented
        if (self.tzinfo is None) != (other.tzinfo is None):
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        return timedelta._of(self._microseconds() - other._microseconds())


datetime.min, datetime.max = datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)

_WIDTHS = {"Y": 4, "m": 2, "d": 2, "H": 2, "I": 2, "M": 2, "S": 2, "y": 2, "f": 6, "j": 3}


def _parsed(text, format):
    """The parts of a moment written in a format."""
    found = {"Y": 1900, "m": 1, "d": 1, "H": 0, "M": 0, "S": 0, "f": 0}
    pm = None

    def fail():
        raise ValueError(f"time data {text!r} does not match format {format!r}")

    at = i = 0
    while i < len(format):
        c = format[i]
        i += 1
        if c.isspace():
            while at < len(text) and text[at].isspace():
                at += 1
            continue
        if c != "%":
            if text[at:at + 1] != c:
                fail()
            at += 1
            continue
        letter = format[i:i + 1]
        i += 1
        if letter in _WIDTHS:
            end = at
            while end < len(text) and end - at < _WIDTHS[letter] and text[end].isdigit():
                end += 1
            if end == at or letter == "Y" and end - at != 4:
                fail()
            found[letter] = int(text[at:end].ljust(6, "0") if letter == "f" else text[at:end])
            at = end
        elif letter in "bBaA":
            names = _MONTHS if letter in "bB" else _WEEKDAYS
            for n, name in enumerate(names, 1):
                shown = name[:3] if letter in "ba" else name
                if text[at:at + len(shown)].lower() == shown.lower():
                    at += len(shown)
                    if letter in "bB":
                        found["m"] = n
                    break
            else:
                fail()
        elif letter == "p":
            pm = text[at:at + 2].upper() == "PM"
            at += 2
        elif letter == "%":
            at += 1
        else:
            raise ValueError(f"'{letter}' is a bad directive in format {format!r}")
    if at < len(text):
        raise ValueError(f"unconverted data remains: {text[at:]}")
    if "y" in found:
        found["Y"] = found["y"] + (1900 if found["y"] >= 69 else 2000)
    if "I" in found:
        found["H"] = found["I"] % 12 + (12 if pm else 0)
    return found["Y"], found["m"], found["d"], found["H"], found["M"], found["S"], found["f"]
