class PickleError(Exception):
    """Something went wrong with a pickle."""

    __module__ = "_pickle"


class PicklingError(PickleError):
    """An object that cannot be written."""

    __module__ = "_pickle"


class UnpicklingError(PickleError):
    """Bytes that cannot be read, or may not be."""

    __module__ = "_pickle"
