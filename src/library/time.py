"""Time, as far as a program that gives the same numbers in every run can have it: a clock that goes forward with the work
done, and never jumps."""

import _clock

timezone = altzone = daylight = 0
tzname = ("UTC", "UTC")
_slept = 0.0


def monotonic():
    return _clock.seconds() + _slept


perf_counter = process_time = thread_time = monotonic


def time():
    """Seconds since 1970, from a fixed start."""
    return 1735689600.0 + monotonic()


def time_ns():
    return int(time() * 1e9)


def perf_counter_ns():
    return int(monotonic() * 1e9)


monotonic_ns = process_time_ns = perf_counter_ns


def sleep(secs):
    """Lets the clock go forward. Nothing waits."""
    global _slept
    if secs < 0:
        raise ValueError("sleep length must be non-negative")
    _slept += secs


_DAYS_BEFORE = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _civil(days):
    """Year, month and day of a number of days since 1970."""
    days += 719468
    era = days // 146097
    of_era = days - era * 146097
    year_of_era = (of_era - of_era // 1460 + of_era // 36524 - of_era // 146096) // 365
    of_year = of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    month = (5 * of_year + 2) // 153
    day = of_year - (153 * month + 2) // 5 + 1
    month = month + 3 if month < 10 else month - 9
    return year_of_era + era * 400 + (month <= 2), month, day


class struct_time(tuple):
    """A moment in parts."""

    tm_year = property(lambda self: self[0])
    tm_mon = property(lambda self: self[1])
    tm_mday = property(lambda self: self[2])
    tm_hour = property(lambda self: self[3])
    tm_min = property(lambda self: self[4])
    tm_sec = property(lambda self: self[5])
    tm_wday = property(lambda self: self[6])
    tm_yday = property(lambda self: self[7])
    tm_isdst = property(lambda self: self[8])
    tm_zone = "UTC"
    tm_gmtoff = 0

    def __repr__(self):
        names = ("tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst")
        return f"time.struct_time({', '.join(f'{name}={value}' for name, value in zip(names, self))})"


def gmtime(secs=None):
    secs = int(time() if secs is None else secs // 1)
    days, rest = divmod(secs, 86400)
    year, month, day = _civil(days)
    yday = _DAYS_BEFORE[month - 1] + day + (month > 2 and _is_leap(year))
    return struct_time((year, month, day, rest // 3600, rest // 60 % 60, rest % 60, (days + 3) % 7, yday, 0))


localtime = gmtime


def mktime(t):
    year, month, day, hour, minute, second = tuple(t)[:6]
    year -= 1
    days = year * 365 + year // 4 - year // 100 + year // 400 + _DAYS_BEFORE[month - 1] + day - 1 + (month > 2 and _is_leap(year + 1))
    return float((days - 719162) * 86400 + hour * 3600 + minute * 60 + second)


def _field(letter, t):
    year, month, day, hour, minute, second, weekday, yday = tuple(t)[:8]
    if letter == "Y":
        return str(year)
    if letter == "y":
        return f"{year % 100:02d}"
    if letter == "m":
        return f"{month:02d}"
    if letter == "d":
        return f"{day:02d}"
    if letter == "e":
        return f"{day:2d}"
    if letter == "H":
        return f"{hour:02d}"
    if letter == "I":
        return f"{(hour - 1) % 12 + 1:02d}"
    if letter == "M":
        return f"{minute:02d}"
    if letter == "S":
        return f"{second:02d}"
    if letter == "p":
        return "AM" if hour < 12 else "PM"
    if letter == "A":
        return _WEEKDAYS[weekday]
    if letter == "a":
        return _WEEKDAYS[weekday][:3]
    if letter == "B":
        return _MONTHS[month - 1]
    if letter in "bh":
        return _MONTHS[month - 1][:3]
    if letter == "j":
        return f"{yday:03d}"
    if letter == "w":
        return str((weekday + 1) % 7)
    if letter == "u":
        return str(weekday + 1)
    if letter == "U":
        return f"{(yday + 6 - (weekday + 1) % 7) // 7:02d}"
    if letter == "W":
        return f"{(yday + 6 - weekday) // 7:02d}"
    if letter == "c":
        return strftime("%a %b %e %H:%M:%S %Y", t)
    if letter == "x":
        return strftime("%m/%d/%y", t)
    if letter in "XT":
        return strftime("%H:%M:%S", t)
    if letter == "D":
        return strftime("%m/%d/%y", t)
    if letter == "F":
        return strftime("%Y-%m-%d", t)
    if letter == "R":
        return strftime("%H:%M", t)
    if letter == "Z":
        return "UTC"
    if letter == "z":
        return "+0000"
    if letter == "s":
        return str(int(mktime(t)))
    return {"n": "\n", "t": "\t", "%": "%"}.get(letter, "%" + letter)


def strftime(format, t=None):
    """A moment as text: `strftime("%Y-%m-%d")`."""
    t = gmtime() if t is None else t
    out, i = [], 0
    while i < len(format):
        c = format[i]
        if c == "%" and i + 1 < len(format):
            i += 1
            out.append(_field(format[i], t))
        else:
            out.append(c)
        i += 1
    return "".join(out)


def asctime(t=None):
    return strftime("%a %b %e %H:%M:%S %Y", t)


def ctime(secs=None):
    return asctime(gmtime(secs))


def strptime(string, format="%a %b %d %H:%M:%S %Y"):
    from datetime import datetime

    return datetime.strptime(string, format).timetuple()
