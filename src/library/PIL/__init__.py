"""Pictures in memory."""

from . import Image
