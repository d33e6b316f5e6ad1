"""Tracebacks as text."""

import sys

import _sys


def _given(exc, value):
    """These functions take an exception, or its type, value and traceback."""
    return value if isinstance(exc, type) or exc is None else exc


def format_exception(exc, value=None, tb=None, limit=None, chain=True):
    error = _given(exc, value)
    return _sys.format_exception(error).splitlines(keepends=True) if error is not None else ["NoneType: None\n"]


def format_exc(limit=None, chain=True):
    return "".join(format_exception(sys.exc_info()[1]))


def format_exception_only(exc, value=None):
    error = _given(exc, value)
    return [_sys.exception_line(error) + "\n"]


def print_exception(exc, value=None, tb=None, limit=None, file=None, chain=True):
    print("".join(format_exception(exc, value)), end="", file=file or sys.stderr)


def print_exc(limit=None, file=None, chain=True):
    print_exception(sys.exc_info()[1], file=file)


def format_tb(tb, limit=None):
    return []


def print_tb(tb, limit=None, file=None):
    pass


def extract_tb(tb, limit=None):
    return []


def format_stack(f=None, limit=None):
    return []


def print_stack(f=None, limit=None, file=None):
    pass
