"""Layers and losses as functions: what a Module calls in its `forward`.

Those that are one op of the engine come from `_functional`; the others are written here out of ops, to be read and
stepped. Where PyTorch has a kernel of its own for one of these, `_kindling.name_grad_fn` gives the last node the name
that PyTorch prints.
"""

from _functional import *
from ._activation import *
from ._dropout import *
from ._distance import *
from ._embedding import *
from ._loss import *
from ._norm import *
from ._attention import *
from ._pixels import *
from ._pooling import *
from ._pooling3d import *
from ._resize import *
from ._unpooling import *
