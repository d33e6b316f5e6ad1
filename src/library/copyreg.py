"""How objects of a class are taken apart for `pickle` and `copy`, where the class doesn't say it itself."""

dispatch_table = {}


def pickle(ob_type, pickle_function, constructor_ob=None):
    """From now on objects of this very class are pickled as the function says."""
    if not callable(pickle_function):
        raise TypeError("reduction functions must be callable")
    dispatch_table[ob_type] = pickle_function


def constructor(object):
    if not callable(object):
        raise TypeError("constructors must be callable")


def __newobj__(cls, *args):
    return cls.__new__(cls, *args)


def _reconstructor(cls, base, state):
    """What protocols 0 and 1 make an object with."""
    return object.__new__(cls) if base is object else base.__new__(cls, state)
