"""Figures as data: what a program plots is kept as marks with their numbers, and the page draws them.

The names and arguments are matplotlib's, as far as learning scripts use them.
"""

from . import cm, style

rcParams = {}


def use(backend, *, force=True):
    """Accepted: there is one way to draw here, the page."""
