"""The bar of `tqdm`, under another name."""

from tqdm import tqdm, trange
