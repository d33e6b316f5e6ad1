"""The calls of the op cases: shapes x dtypes x arguments, by family of ops."""

from . import elementwise, layers, linear, reducing, selecting, shaping

GROUPS = {}
for family in (elementwise, reducing, shaping, selecting, linear, layers):
    GROUPS |= family.GROUPS
