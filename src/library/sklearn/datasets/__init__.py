"""Data sets to learn from: real ones, and clouds of points made to order."""

from .digits import load_digits
from .moons import make_moons
