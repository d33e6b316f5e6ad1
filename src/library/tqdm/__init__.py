"""Progress bars on stderr, as the package tqdm draws them."""

import sys
import time

__version__ = "4.67.1"


class tqdm:
    """Wraps what a loop goes over; the bar is drawn at its beginning and at its end, and as it goes on."""

    monitor_interval = 0

    def __init__(self, iterable=None, desc=None, total=None, leave=True, file=None, ncols=None, mininterval=0.1, maxinterval=10.0, miniters=None,
                 ascii=None, disable=False, unit="it", unit_scale=False, dynamic_ncols=False, smoothing=0.3, bar_format=None, initial=0,
                 position=None, postfix=None, unit_divisor=1000, **options):
        if total is None and hasattr(iterable, "__len__"):
            total = len(iterable)
        self.iterable, self.total, self.leave, self.unit, self.disable = iterable, total, leave, unit, disable
        self.desc = desc or ""
        self.fp = file or sys.stderr
        self.n = self.initial = initial
        self.unit_scale, self.unit_divisor, self.ncols, self.bar_format, self.ascii = unit_scale, unit_divisor, ncols, bar_format, ascii
        self.mininterval = mininterval
        self.postfix = ", ".join(f"{k}={v}" for k, v in postfix.items()) if isinstance(postfix, dict) else postfix or ""
        self._start = self._shown = time.time()
        self._closed = disable
        if not disable:
            self.refresh()

    def __iter__(self):
        for item in self.iterable:
            yield item
            self.update()
        self.close()

    def __len__(self):
        return self.total if self.iterable is None else len(self.iterable)

    def __bool__(self):
        return self.total > 0 if self.total is not None else self.iterable is not None

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self.close()

    def update(self, n=1):
        self.n += n
        now = time.time()
        if not self.disable and now - self._shown >= self.mininterval:
            self.refresh()

    def set_description(self, desc=None, refresh=True):
        self.desc = f"{desc}: " if desc else ""
        if refresh and not self.disable:
            self.refresh()

    def set_description_str(self, desc=None, refresh=True):
        self.desc = desc or ""
        if refresh and not self.disable:
            self.refresh()

    def set_postfix(self, ordered_dict=None, refresh=True, **kwargs):
        values = {**(ordered_dict or {}), **kwargs}
        shown = {k: self.format_num(v) if isinstance(v, (int, float)) and not isinstance(v, bool) else str(v) for k, v in values.items()}
        self.postfix = ", ".join(f"{k}={v.strip()}" for k, v in shown.items())
        if refresh and not self.disable:
            self.refresh()

    def set_postfix_str(self, s="", refresh=True):
        self.postfix = str(s)
        if refresh and not self.disable:
            self.refresh()

    def reset(self, total=None):
        self.n = 0
        self.total = total or self.total
        self._start = time.time()

    def refresh(self, *args, **kwargs):
        self._shown = time.time()
        self.fp.write("\r" + str(self))
        self.fp.flush()

    def clear(self, *args, **kwargs):
        self.fp.write("\r" + " " * len(str(self)) + "\r")

    def close(self):
        if self._closed:
            return
        self._closed = True
        if self.leave:
            self.refresh()
            self.fp.write("\n")
        else:
            self.clear()

    def unpause(self):
        pass

    @property
    def format_dict(self):
        return dict(n=self.n, total=self.total, elapsed=time.time() - self._start, unit=self.unit, desc=self.desc, postfix=self.postfix)

    def __str__(self):
        return self._line(time.time() - self._start)

    def _line(self, elapsed):
        done = self.n - self.initial
        rate = done / elapsed if elapsed > 0 else 0
        sizes = self.format_sizeof if self.unit_scale else lambda x, suffix="", divisor=1000: str(x)
        speed = f"{rate:5.2f}{self.unit}/s" if rate >= 1 or not rate else f"{1 / rate:5.2f}s/{self.unit}"
        speed = speed if rate else f"?{self.unit}/s"
        after = f", {self.postfix}" if self.postfix else ""
        head = self.desc if not self.desc or self.desc.endswith(": ") else self.desc + ": "
        if not self.total:
            return f"{head}{sizes(self.n)}{self.unit} [{self.format_interval(elapsed)}, {speed}{after}]"
        left = self.format_interval((self.total - self.n) / rate) if rate else "?"
        share = self.n / self.total
        return (f"{head}{share * 100:3.0f}%|{self._bar(share)}| {sizes(self.n)}/{sizes(self.total)} "
                f"[{self.format_interval(elapsed)}<{left}, {speed}{after}]")

    def _bar(self, share, width=10):
        if self.ascii:
            whole = int(share * width)
            return ("#" * whole + (str(int(share * width * 10) % 10) if whole < width else "")).ljust(width)[:width]
        eighths = int(min(share, 1) * width * 8)
        whole, part = divmod(eighths, 8)
        return ("█" * whole + (" ▏▎▍▌▋▊▉"[part] if whole < width else "")).ljust(width)

    @staticmethod
    def format_interval(t):
        minutes, seconds = divmod(int(t), 60)
        hours, minutes = divmod(minutes, 60)
        return f"{hours}:{minutes:02d}:{seconds:02d}" if hours else f"{minutes:02d}:{seconds:02d}"

    @staticmethod
    def format_num(n):
        short = f"{n:.3g}".replace("e+0", "e+").replace("e-0", "e-")
        return short if len(short) < len(str(n)) else str(n)

    @staticmethod
    def format_sizeof(num, suffix="", divisor=1000):
        for unit in ["", "k", "M", "G", "T", "P", "E", "Z"]:
            if abs(num) < 999.5:
                if abs(num) < 99.95:
                    return (f"{num:1.2f}" if abs(num) < 9.995 else f"{num:2.1f}") + unit + suffix
                return f"{num:3.0f}" + unit + suffix
            num /= divisor
        return f"{num:3.1f}Y" + suffix

    @classmethod
    def write(cls, s, file=None, end="\n", nolock=False):
        print(s, file=file or sys.stdout, end=end)


def trange(*args, **kwargs):
    """`tqdm(range(...))`."""
    return tqdm(range(*args), **kwargs)
