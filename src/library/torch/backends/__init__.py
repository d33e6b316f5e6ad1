"""What the machine offers: a processor, nothing else."""

from . import cudnn, mps
