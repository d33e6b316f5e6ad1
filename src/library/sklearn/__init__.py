"""The part of scikit-learn that learning scripts get their data from."""

from . import datasets
