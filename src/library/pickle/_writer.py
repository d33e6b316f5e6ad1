"""Objects to bytes, in protocols 2 to 4."""

import sys
from _archive import float_bytes

from ._errors import PicklingError
from ._reduce import New, reduced

DEFAULT_PROTOCOL = 4
HIGHEST_PROTOCOL = 4

_FUNCTIONS = (type(len), type(lambda: 0))


class Pickler:
    """Writes objects to a file. What occurs twice is written once; cycles are kept."""

    def __init__(self, file, protocol=None, *, fix_imports=True, buffer_callback=None):
        self.protocol = max(2, min(4, DEFAULT_PROTOCOL if protocol is None or protocol < 0 else protocol))
        self.file = file
        self.clear_memo()

    def clear_memo(self):
        self.memo = {}

    def persistent_id(self, obj):
        """Something that stands for an object which is kept elsewhere; None for all others."""
        return None

    def dump(self, obj):
        self.out = bytearray(b"\x80" + bytes([self.protocol]))
        self._save(obj)
        self.out += b"."
        self.file.write(bytes(self.out))

    def _memoize(self, obj):
        number = len(self.memo)
        # The object is kept with its number, so that its id stays its own.
        self.memo[id(obj)] = number, obj
        if self.protocol >= 4:
            self.out += b"\x94"
        elif number < 256:
            self.out += b"q" + bytes([number])
        else:
            self.out += b"r" + number.to_bytes(4, "little")

    def _save(self, obj):
        persistent = self.persistent_id(obj)
        if persistent is not None:
            self._save(persistent)
            self.out += b"Q"
            return
        cls = type(obj)
        if obj is None:
            self.out += b"N"
        elif cls is bool:
            self.out += b"\x88" if obj else b"\x89"
        elif cls is int:
            self._int(obj)
        elif cls is float:
            self.out += b"G" + float_bytes(obj)
        elif id(obj) in self.memo:
            number = self.memo[id(obj)][0]
            self.out += b"h" + bytes([number]) if number < 256 else b"j" + number.to_bytes(4, "little")
        elif cls is str:
            self._str(obj)
        elif cls is bytes:
            self._bytes(obj)
        elif cls is tuple:
            self._tuple(obj)
        elif cls is list:
            self.out += b"]"
            self._memoize(obj)
            self._items(obj)
        elif cls is dict:
            self.out += b"}"
            self._memoize(obj)
            self._pairs(obj.items())
        elif cls in (set, frozenset, bytearray):
            self._built_in(obj, cls)
        elif isinstance(obj, type) or cls in _FUNCTIONS:
            self._global(obj)
        else:
            self._object(obj)

    def _int(self, value):
        if 0 <= value < 256:
            self.out += b"K" + bytes([value])
        elif 0 <= value < 65536:
            self.out += b"M" + value.to_bytes(2, "little")
        elif -(2**31) <= value < 2**31:
            self.out += b"J" + value.to_bytes(4, "little", signed=True)
        else:
            data = value.to_bytes(value.bit_length() // 8 + 1, "little", signed=True)
            self.out += b"\x8a" + bytes([len(data)]) + data if len(data) < 256 else b"\x8b" + len(data).to_bytes(4, "little") + data

    def _str(self, text):
        data = text.encode("utf-8", "surrogatepass")
        if self.protocol >= 4 and len(data) < 256:
            self.out += b"\x8c" + bytes([len(data)]) + data
        else:
            self.out += b"X" + len(data).to_bytes(4, "little") + data
        self._memoize(text)

    def _bytes(self, data):
        if self.protocol < 3:
            # Protocol 2 has no bytes of its own: they are the latin-1 text with those characters, encoded.
            self._call("_codecs", "encode", (data.decode("latin-1"), "latin1") if data else ())
        elif len(data) < 256:
            self.out += b"C" + bytes([len(data)]) + data
        else:
            self.out += b"B" + len(data).to_bytes(4, "little") + data
        self._memoize(data)

    def _call(self, module, name, args):
        self._named(module, name)
        self._save(args)
        self.out += b"R"

    def _tuple(self, items):
        if not items:
            self.out += b")"
            return
        if len(items) > 3:
            self.out += b"("
        for item in items:
            self._save(item)
        if id(items) in self.memo:  # a tuple that holds itself, through a list
            self.out += (b"1" if len(items) > 3 else b"0" * len(items)) + b"h" + bytes([self.memo[id(items)][0]])
            return
        self.out += (b"t", b"\x85", b"\x86", b"\x87")[len(items) if len(items) <= 3 else 0]
        self._memoize(items)

    def _items(self, items):
        items = list(items)
        for start in range(0, len(items), 1000):
            self.out += b"("
            for item in items[start:start + 1000]:
                self._save(item)
            self.out += b"e"

    def _pairs(self, pairs):
        pairs = list(pairs)
        for start in range(0, len(pairs), 1000):
            self.out += b"("
            for key, value in pairs[start:start + 1000]:
                self._save(key)
                self._save(value)
            self.out += b"u"

    def _built_in(self, obj, cls):
        self._call("builtins" if self.protocol >= 3 else "__builtin__", cls.__name__, (list(obj) if cls is not bytearray else bytes(obj),))
        self._memoize(obj)

    def _named(self, module, name):
        self.out += b"c" + module.encode() + b"\n" + name.encode() + b"\n"

    def _global(self, obj, name=None):
        name = name or getattr(obj, "__qualname__", obj.__name__)
        module = getattr(obj, "__module__", None) or "__main__"
        found = sys.modules.get(module)
        for part in name.split("."):
            found = getattr(found, part, None)
        if found is not obj:
            raise PicklingError(f"Can't pickle {obj!r}: it's not the same object as {module}.{name}" if found is not None
                                else f"Can't pickle {obj!r}: attribute lookup {name} on {module} failed")
        if module == "builtins" and self.protocol < 3:
            module = "__builtin__"
        if self.protocol >= 4:
            self._save(module)
            self._save(name)
            self.out += b"\x93"
        else:
            self._named(module, name)
        self._memoize(obj)

    def _object(self, obj):
        parts = reduced(obj, self.protocol)
        if isinstance(parts, str):
            return self._global(obj, parts)
        make, args, state, items, pairs = parts
        if isinstance(make, New):
            self._save(make.cls)
            self._save(tuple(args))
            self.out += b"\x81"
        else:
            self._save(make)
            self._save(tuple(args))
            self.out += b"R"
        self._memoize(obj)
        if items is not None:
            self._items(items)
        if pairs is not None:
            self._pairs(pairs)
        if state is not None:
            self._save(state)
            self.out += b"b"
