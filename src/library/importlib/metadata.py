"""The versions of packages."""

import sys


class PackageNotFoundError(ModuleNotFoundError):
    def __str__(self):
        return f"No package metadata was found for {self.args[0]}"


def version(distribution_name):
    """The version of an installed package."""
    from importlib import import_module

    module = {"scikit-learn": "sklearn", "pillow": "PIL"}.get(distribution_name.lower(), distribution_name)
    try:
        found = getattr(import_module(module), "__version__", None)
    except ImportError:
        found = None
    if found is None:
        raise PackageNotFoundError(distribution_name)
    return str(found)
