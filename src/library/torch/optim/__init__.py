"""Update rules: how `step()` turns gradients into new parameters.

An optimizer's docstring is its card, in the form that `torch/nn/__init__.py` describes. Its `update` says what happens
to one parameter in tensor ops, to be read and stepped; when nobody looks inside, a kernel of the engine does the same
in one go (`_optim`), and a test holds the two equal.
"""

from .optimizer import Optimizer
from .adafactor import Adafactor
from .adadelta import Adadelta
from .adagrad import Adagrad
from .adam import Adam
from .adamax import Adamax
from .adamw import AdamW
from .asgd import ASGD
from .lbfgs import LBFGS
from .muon import Muon
from .nadam import NAdam
from .radam import RAdam
from .rmsprop import RMSprop
from .rprop import Rprop
from .sgd import SGD
from . import lr_scheduler, swa_utils
