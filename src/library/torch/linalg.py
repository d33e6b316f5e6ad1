"""Linear algebra."""

from _linalg import *
