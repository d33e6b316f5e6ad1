"""Data sets to learn from: real ones, and clouds of points made to order."""

from .clouds import make_blobs, make_circles, make_regression
from .digits import load_digits
from .iris import load_iris
from .moons import make_moons
