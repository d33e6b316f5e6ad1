"""The part of numpy that learning scripts use. Arrays share their memory with tensors; they know nothing of gradients."""

import math

import _numpy
from .dtypes import *
from .ndarray import array, asarray, ndarray
from .functions import *
from ._files import load, save, savez, savez_compressed
from . import linalg, random

pi = math.pi
e = math.e
inf = math.inf
nan = math.nan
newaxis = None
