from .module import Module
from .container import *
from .linear import *
from .activation import *
from .dropout import *
from .flatten import *
from .loss import *
