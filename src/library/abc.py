"""Abstract base classes."""


class ABCMeta(type):
    """The class of classes that may have abstract methods. A class with some left cannot be instantiated."""

    def register(cls, subclass):
        """Says that `subclass` counts as a subclass. Only noted: isinstance() looks at real bases here."""
        return subclass


class ABC(metaclass=ABCMeta):
    """Derive from it to declare abstract methods."""

    __slots__ = ()


def abstractmethod(function):
    """A method that subclasses must define."""
    function.__isabstractmethod__ = True
    return function


class abstractproperty(property):
    __isabstractmethod__ = True


class abstractclassmethod(classmethod):
    __isabstractmethod__ = True


class abstractstaticmethod(staticmethod):
    __isabstractmethod__ = True
