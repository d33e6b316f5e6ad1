"""Functions of `torch` that are made of ops, by what they are for. Those of `METHODS` are methods of tensors too."""

import torch
from . import linear, parts, pieces, rest, statistics, windows

_HOMES = (linear, parts, pieces, rest, statistics, windows)
__all__ = [name for home in _HOMES for name in home.__all__]

from .linear import *
from .parts import *
from .pieces import *
from .rest import *
from .statistics import *
from .windows import *

for _home in _HOMES:
    for _name in _home.METHODS:
        setattr(torch.Tensor, _name, getattr(_home, _name))


def _in_place(name):
    """The twin that writes its result over the tensor."""
    function = getattr(torch.Tensor, name)

    def twin(self, *args, **kwargs):
        return self.copy_(function(self, *args, **kwargs))

    twin.__name__ = name + "_"
    return twin


for _name in ("addbmm", "addr", "index_copy", "masked_scatter", "put", "renorm", "ldexp", "sgn", "mvlgamma"):
    setattr(torch.Tensor, _name + "_", _in_place(_name))
