"""Containers beside list, dict, set and tuple."""

from collections.counter import Counter
from collections.deque import deque
from collections.maps import ChainMap, OrderedDict, UserDict, UserList, UserString, defaultdict
from collections.namedtuple import namedtuple
from collections import abc

__all__ = ["ChainMap", "Counter", "OrderedDict", "UserDict", "UserList", "UserString", "defaultdict", "deque", "namedtuple"]
