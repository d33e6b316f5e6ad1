"""The interpreter: its streams, its arguments, and how to leave it."""

import _sys

argv = ["program.py"]
path = [""]
modules = _sys.modules
maxsize = 9223372036854775807
maxunicode = 1114111
byteorder = "little"
platform = "kindling"
executable = ""
prefix = exec_prefix = base_prefix = "/"
copyright = "Kindling"
version = "3.11.0 (Kindling)"
api_version = 1013
hexversion = 0x030B00F0
dont_write_bytecode = True
warnoptions = []
ps1, ps2 = ">>> ", "... "


class _Parts(tuple):
    """A tuple whose places have names."""

    def __new__(cls, **parts):
        self = tuple.__new__(cls, parts.values())
        self.__dict__.update(parts)
        return self

    def __repr__(self):
        return f"sys.{self._title}({', '.join(f'{name}={value!r}' for name, value in self.__dict__.items())})"


class _VersionInfo(_Parts):
    _title = "version_info"


class _FloatInfo(_Parts):
    _title = "float_info"


class _IntInfo(_Parts):
    _title = "int_info"


class _Flags(_Parts):
    _title = "flags"


version_info = _VersionInfo(major=3, minor=11, micro=0, releaselevel="final", serial=0)
float_info = _FloatInfo(max=1.7976931348623157e308, max_exp=1024, max_10_exp=308, min=2.2250738585072014e-308, min_exp=-1021, min_10_exp=-307,
                        dig=15, mant_dig=53, epsilon=2.220446049250313e-16, radix=2, rounds=1)
int_info = _IntInfo(bits_per_digit=30, sizeof_digit=4, default_max_str_digits=4300, str_digits_check_threshold=640)
flags = _Flags(debug=0, inspect=0, interactive=0, optimize=0, verbose=0)


class _Implementation:
    name = "kindling"
    version = version_info


implementation = _Implementation()


class _Stream:
    """One of the three standard streams."""

    encoding = "utf-8"
    errors = "strict"
    closed = False
    newlines = None

    def __init__(self, name, mode):
        self.name, self.mode = f"<{name}>", mode
        self._to_stderr = name == "stderr"

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        if self.mode == "r":
            raise OSError("not writable")
        _sys.write(text, self._to_stderr)
        return len(text)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def flush(self):
        pass

    def isatty(self):
        return False

    def readable(self):
        return self.mode == "r"

    def writable(self):
        return self.mode == "w"

    def fileno(self):
        return {"<stdin>": 0, "<stdout>": 1, "<stderr>": 2}[self.name]

    def readline(self, size=-1):
        return _sys.readline()

    def read(self, size=-1):
        return "".join(self)

    def readlines(self):
        return list(self)

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def reconfigure(self, **options):
        pass

    def __repr__(self):
        return f"<_io.TextIOWrapper name={self.name!r} mode={self.mode!r} encoding='utf-8'>"


stdin = __stdin__ = _Stream("stdin", "r")
stdout = __stdout__ = _Stream("stdout", "w")
stderr = __stderr__ = _Stream("stderr", "w")


def exit(status=None, /):
    """Ends the program. A text goes to stderr first."""
    raise SystemExit(status)


def exc_info():
    """Type, value and traceback of the exception that is being handled."""
    error = _sys.handled()
    return (None, None, None) if error is None else (type(error), error, error.__traceback__)


def exception():
    return _sys.handled()


def getrecursionlimit():
    return _sys.recursion_limit()


def setrecursionlimit(limit, /):
    if not isinstance(limit, int):
        raise TypeError(f"'{type(limit).__name__}' object cannot be interpreted as an integer")
    if limit < 1:
        raise ValueError("recursion limit must be greater or equal than 1")
    _sys.set_recursion_limit(limit)


def getsizeof(object, default=0):
    """A rough size in bytes."""
    if isinstance(object, (str, bytes)):
        return 49 + len(object)
    if isinstance(object, (list, tuple)):
        return 56 + 8 * len(object)
    if isinstance(object, (dict, set, frozenset)):
        return 64 + 100 * len(object)
    return 28


def getrefcount(object):
    return 2


def intern(string, /):
    return string


def getdefaultencoding():
    return "utf-8"


getfilesystemencoding = getdefaultencoding


def get_int_max_str_digits():
    return 4300


def set_int_max_str_digits(maxdigits):
    pass


def settrace(function):
    pass


def gettrace():
    return None
