"""What the machine offers: a processor, nothing else."""

from . import cuda, cudnn, mkldnn, mps
