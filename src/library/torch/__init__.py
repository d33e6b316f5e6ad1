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
from . import linalg, special, amp, cuda, accelerator, backends, random, utils, nn, optim, types
from .amp import autocast, GradScaler
from .nn.functional import (
    adaptive_avg_pool1d, adaptive_max_pool1d, alpha_dropout, avg_pool1d, batch_norm, bilinear,
    binary_cross_entropy_with_logits, channel_shuffle, cosine_embedding_loss, cosine_similarity, ctc_loss, dropout,
    embedding_bag, feature_alpha_dropout, hinge_embedding_loss, instance_norm, kl_div, margin_ranking_loss, max_pool1d,
    max_pool1d_with_indices, max_pool2d, max_pool3d, pairwise_distance, pixel_shuffle, pixel_unshuffle, poisson_nll_loss,
    rrelu, triplet_margin_loss,
)
from . import storage, _utils, serialization
from .storage import *
from .serialization import save, load
from .random import get_rng_state, set_rng_state, seed
from .autograd.function import Function
from ._composed import *
from ._in_place import *
from . import distributions, func, functional
