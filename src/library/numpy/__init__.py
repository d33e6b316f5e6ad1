"""The part of numpy that learning scripts use. Arrays share their memory with tensors; they know nothing of gradients."""

import math

import _numpy
from ._dtypes import *
from ._ndarray import array, asarray, ndarray
from ._creation import *
from ._shaping import *
from ._ufuncs import *
from ._statistics import *
from ._algebra import *
from ._text import *
from ._printing import (
    array2string, array_repr, array_str, get_printoptions, printoptions, set_printoptions,
)
from ._ufuncs import ufunc
from ._files import load, save, savez, savez_compressed
from . import linalg, random

__version__ = "2.4.6"
pi = math.pi
e = math.e
euler_gamma = 0.5772156649015329
inf = math.inf
nan = math.nan
newaxis = None
