from .module import Module
from .container import *
from .linear import *
from .activation import *
from .dropout import *
from .distance import *
from .flatten import *
from .loss import *
