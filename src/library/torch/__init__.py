"""The part of PyTorch that Kindling speaks: the same names, numbers, prints and errors.

Ops come from the engine's list (`_torch`); what is written in Python, here and in the folders below, can be opened and
stepped into.
"""

__version__ = "2.15.0"

from _torch import *
import _torch
from ._tensor import Tensor

_torch.set_tensor_class(Tensor)

from . import autograd
from .autograd.grad_mode import enable_grad, inference_mode, no_grad, set_grad_enabled, is_grad_enabled
from . import _functions
from ._functions import *
from ._types import *
from . import linalg, special, cuda, backends, random, utils, nn, optim, types
from . import storage, _utils, serialization
from .storage import *
from .serialization import save, load
from .random import get_rng_state, set_rng_state, seed
from .autograd.function import Function
from . import distributions
