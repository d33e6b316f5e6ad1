"""Warnings: shown on stderr once, or made into exceptions, or ignored."""

import sys

filters = []
_seen = set()


class WarningMessage:
    def __init__(self, message, category, filename, lineno):
        self.message, self.category, self.filename, self.lineno = message, category, filename, lineno
        self.file = self.line = None


def simplefilter(action, category=Warning, lineno=0, append=False):
    _add(action, "", category, append)


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    _add(action, message, category, append)


def _add(action, message, category, append):
    if action not in ("error", "ignore", "always", "default", "module", "once"):
        raise AssertionError(f"invalid action: {action!r}")
    filters.append((action, message, category)) if append else filters.insert(0, (action, message, category))


def resetwarnings():
    filters.clear()


_record = None


def warn(message, category=None, stacklevel=1, source=None):
    """Warns about something in the program."""
    if isinstance(message, Warning):
        category, text = type(message), str(message)
    else:
        text = str(message)
        category = category or UserWarning
        message = category(message)
    action = "default"
    for wanted, start, kind in filters:
        if issubclass(category, kind) and text.lower().startswith(start.lower()):
            action = wanted
            break
    else:
        if issubclass(category, (DeprecationWarning, PendingDeprecationWarning, ImportWarning, ResourceWarning)):
            action = "ignore"
    if action == "ignore":
        return
    if action == "error":
        raise message
    if action != "always":
        if (text, category) in _seen:
            return
        _seen.add((text, category))
    if _record is not None:
        _record.append(WarningMessage(message, category, "program.py", 0))
    else:
        print(f"{category.__name__}: {text}", file=sys.stderr)


def warn_explicit(message, category, filename, lineno, **kwargs):
    warn(message, category)


class catch_warnings:
    """Restores the filters at the end; with `record=True` gives a list of the warnings instead of showing them."""

    def __init__(self, *, record=False, module=None, action=None, category=Warning):
        self._record = record
        self._action, self._category = action, category

    def __enter__(self):
        global _record
        self._filters, self._old = filters[:], _record
        if self._action is not None:
            simplefilter(self._action, self._category)
        if self._record:
            _record = []
            return _record

    def __exit__(self, *exc_info):
        global _record
        filters[:] = self._filters
        _record = self._old
