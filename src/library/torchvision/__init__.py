"""Pictures for learning: a subset of MNIST, and the transforms that turn pictures into tensors."""

from . import datasets, transforms, utils

__version__ = "0.30.0"
