"""Kinds of numbers, to test against."""


class _Kind(type):
    def __instancecheck__(cls, instance):
        return cls.__subclasscheck__(type(instance))

    def __subclasscheck__(cls, subclass):
        return cls in subclass.__mro__ or issubclass(subclass, cls._concrete)


class Number(metaclass=_Kind):
    _concrete = (int, float, complex)


class Complex(Number):
    _concrete = (int, float, complex)


class Real(Complex):
    _concrete = (int, float)


class Rational(Real):
    _concrete = (int,)


class Integral(Rational):
    _concrete = (int,)
