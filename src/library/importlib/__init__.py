"""Importing by name."""

import sys

from _sys import import_module as _import


def import_module(name, package=None):
    """The module of this name: `import_module("json.decoder")`."""
    if name.startswith("."):
        if not package:
            raise TypeError(f"the 'package' argument is required to perform a relative import for {name!r}")
        rest = name.lstrip(".")
        above = package.split(".")[:len(package.split(".")) - (len(name) - len(rest) - 1)]
        name = ".".join([*above, rest] if rest else above)
    _import(name)
    return sys.modules[name]


def reload(module):
    return module


def invalidate_caches():
    pass
