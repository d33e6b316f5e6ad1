"""Bytes to objects, of every protocol up to 5."""

import copyreg  # files name it
import sys
from _archive import float_of

from ._errors import UnpicklingError
from ._reduce import restore

# Where other versions of Python, and of the packages, keep what is here under another name.
_MOVED = {
    ("__builtin__", "xrange"): ("builtins", "range"),
    ("__builtin__", "unicode"): ("builtins", "str"),
    ("__builtin__", "long"): ("builtins", "int"),
    ("copy_reg", "_reconstructor"): ("copyreg", "_reconstructor"),
}


def _encode(text="", encoding="utf-8"):
    return text.encode(encoding)


_HELPERS = {("_codecs", "encode"): _encode}


class _Mark:
    """Stands on the stack where a collection begins."""


_MARK = _Mark()


class Unpickler:
    """Reads objects from a file."""

    def __init__(self, file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
        self.file = file
        self.encoding = encoding
        self.errors = errors
        self.memo = {}

    def persistent_load(self, pid):
        raise UnpicklingError("A load persistent id instruction was encountered, but no persistent_load function was specified.")

    def find_class(self, module, name):
        """The class or function of this name."""
        module, name = _MOVED.get((module, name), (module, name))
        if (module, name) in _HELPERS:
            return _HELPERS[module, name]
        found = sys.modules.get("builtins" if module == "__builtin__" else module)
        if found is None:
            raise ModuleNotFoundError(f"No module named '{module}'")
        for part in name.split("."):
            if not hasattr(found, part):
                raise AttributeError(f"Can't get attribute '{name}' on {sys.modules[module]!r}")
            found = getattr(found, part)
        return found

    # What is read

    def _read(self, count):
        data = self.file.read(count)
        if len(data) < count:
            raise EOFError("Ran out of input")
        return data

    def _line(self):
        line = self.file.readline()
        if line[-1:] != b"\n":
            raise EOFError("Ran out of input")
        return line[:-1]

    def _number(self, count, signed=False):
        return int.from_bytes(self._read(count), "little", signed=signed)

    def _old_str(self, data):
        """A str of Python 2, which may have been text or bytes."""
        return data if self.encoding == "bytes" else data.decode(self.encoding, self.errors)

    def _since_mark(self):
        stack = self.stack
        at = len(stack) - 1
        while stack[at] is not _MARK:
            at -= 1
        items = stack[at + 1:]
        del stack[at:]
        return items

    def load(self):
        self.stack = stack = []
        first = self.file.read(1)
        if not first:
            raise EOFError("Ran out of input")
        code = first
        while code != b".":
            step = _STEPS.get(code)
            if step is None:
                raise UnpicklingError(f"invalid load key, '{chr(code[0])}'.")
            step(self, stack)
            code = self._read(1)
        return stack.pop()

    # What the codes do with the stack

    def _global(self, stack):
        module, name = self._line().decode(), self._line().decode()
        stack.append(self.find_class(module, name))

    def _stack_global(self, stack):
        name, module = stack.pop(), stack.pop()
        stack.append(self.find_class(module, name))

    def _reduce(self, stack):
        args, function = stack.pop(), stack.pop()
        stack.append(self._made(function, args))

    def _made(self, function, args):
        return function(*args)

    def _new(self, stack):
        args, cls = stack.pop(), stack.pop()
        stack.append(self._new_object(cls, args))

    def _new_object(self, cls, args):
        return cls.__new__(cls, *args)

    def _new_with_names(self, stack):
        kwargs, args, cls = stack.pop(), stack.pop(), stack.pop()
        stack.append(cls.__new__(cls, *args, **kwargs))

    def _old_object(self, stack):
        cls, *args = self._since_mark()
        stack.append(self._made(cls, args))

    def _instance(self, stack):
        args = self._since_mark()
        self._global(stack)
        stack.append(self._made(stack.pop(), args))

    def _build(self, stack):
        state = stack.pop()
        self._set_state(stack[-1], state)

    def _set_state(self, obj, state):
        restore(obj, state)

    def _append(self, stack):
        item = stack.pop()
        stack[-1].append(item)

    def _appends(self, stack):
        items = self._since_mark()
        if hasattr(stack[-1], "extend"):
            stack[-1].extend(items)
        else:
            for item in items:
                stack[-1].append(item)

    def _set_item(self, stack):
        value, key = stack.pop(), stack.pop()
        stack[-1][key] = value

    def _set_items(self, stack):
        items = self._since_mark()
        for at in range(0, len(items), 2):
            stack[-1][items[at]] = items[at + 1]

    def _add_items(self, stack):
        items = self._since_mark()
        stack[-1].update(items)

    def _dict(self, stack):
        items = self._since_mark()
        stack.append({items[at]: items[at + 1] for at in range(0, len(items), 2)})

    def _old_int(self, stack):
        line = self._line()
        stack.append({b"00": False, b"01": True}[line] if line in (b"00", b"01") else int(line))

    def _old_string(self, stack):
        text = self._line().decode()[1:-1]
        stack.append(self._old_str(text.encode("latin-1").decode("unicode_escape").encode("latin-1")))

    def _put(self, number):
        self.memo[number] = self.stack[-1]

    def _known(self, number):
        if number not in self.memo:
            raise UnpicklingError(f"Memo value not found at index {number}")
        return self.memo[number]


def _popped(count):
    """Makes a tuple of the topmost items."""
    def step(self, stack):
        items = tuple(stack[-count:])
        del stack[-count:]
        stack.append(items)
    return step


def _pushed(read):
    """Puts on the stack what `read` reads."""
    def step(self, stack):
        stack.append(read(self))
    return step


_STEPS = {
    b"\x80": lambda self, stack: self._read(1),
    b"\x95": lambda self, stack: self._read(8),
    b"(": lambda self, stack: stack.append(_MARK),
    b"0": lambda self, stack: stack.pop(),
    b"1": lambda self, stack: self._since_mark(),
    b"2": lambda self, stack: stack.append(stack[-1]),
    # Constants and numbers
    b"N": lambda self, stack: stack.append(None),
    b"\x88": lambda self, stack: stack.append(True),
    b"\x89": lambda self, stack: stack.append(False),
    b"I": Unpickler._old_int,
    b"L": _pushed(lambda self: int(self._line().rstrip(b"L"))),
    b"F": _pushed(lambda self: float(self._line())),
    b"K": _pushed(lambda self: self._number(1)),
    b"M": _pushed(lambda self: self._number(2)),
    b"J": _pushed(lambda self: self._number(4, True)),
    b"\x8a": _pushed(lambda self: self._number(self._number(1), True)),
    b"\x8b": _pushed(lambda self: self._number(self._number(4), True)),
    b"G": _pushed(lambda self: float_of(self._read(8))),
    # Texts and bytes
    b"S": Unpickler._old_string,
    b"T": _pushed(lambda self: self._old_str(self._read(self._number(4)))),
    b"U": _pushed(lambda self: self._old_str(self._read(self._number(1)))),
    b"V": _pushed(lambda self: self._line().decode("raw_unicode_escape")),
    b"X": _pushed(lambda self: self._read(self._number(4)).decode("utf-8", "surrogatepass")),
    b"\x8c": _pushed(lambda self: self._read(self._number(1)).decode("utf-8", "surrogatepass")),
    b"\x8d": _pushed(lambda self: self._read(self._number(8)).decode("utf-8", "surrogatepass")),
    b"B": _pushed(lambda self: self._read(self._number(4))),
    b"C": _pushed(lambda self: self._read(self._number(1))),
    b"\x8e": _pushed(lambda self: self._read(self._number(8))),
    b"\x96": _pushed(lambda self: bytearray(self._read(self._number(8)))),
    # Collections
    b")": lambda self, stack: stack.append(()),
    b"\x85": _popped(1),
    b"\x86": _popped(2),
    b"\x87": _popped(3),
    b"t": _pushed(lambda self: tuple(self._since_mark())),
    b"]": lambda self, stack: stack.append([]),
    b"l": _pushed(lambda self: self._since_mark()),
    b"a": Unpickler._append,
    b"e": Unpickler._appends,
    b"}": lambda self, stack: stack.append({}),
    b"d": Unpickler._dict,
    b"s": Unpickler._set_item,
    b"u": Unpickler._set_items,
    b"\x8f": lambda self, stack: stack.append(set()),
    b"\x90": Unpickler._add_items,
    b"\x91": _pushed(lambda self: frozenset(self._since_mark())),
    # What was seen before
    b"q": lambda self, stack: self._put(self._number(1)),
    b"r": lambda self, stack: self._put(self._number(4)),
    b"p": lambda self, stack: self._put(int(self._line())),
    b"\x94": lambda self, stack: self._put(len(self.memo)),
    b"h": _pushed(lambda self: self._known(self._number(1))),
    b"j": _pushed(lambda self: self._known(self._number(4))),
    b"g": _pushed(lambda self: self._known(int(self._line()))),
    # Objects
    b"c": Unpickler._global,
    b"\x93": Unpickler._stack_global,
    b"R": Unpickler._reduce,
    b"\x81": Unpickler._new,
    b"\x92": Unpickler._new_with_names,
    b"o": Unpickler._old_object,
    b"i": Unpickler._instance,
    b"b": Unpickler._build,
    b"P": _pushed(lambda self: self.persistent_load(self._line().decode())),
    b"Q": _pushed(lambda self: self.persistent_load(self.stack.pop())),
}
