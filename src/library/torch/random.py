"""The generator that random functions use."""

import _torch
from _torch import default_generator, initial_seed, manual_seed


def get_rng_state():
    return default_generator.get_state()


def set_rng_state(new_state):
    default_generator.set_state(new_state)


def seed():
    return default_generator.seed()


class fork_rng:
    """Inside of it random numbers go their own way; afterwards they go on as if nothing had been drawn.

    Example:
        torch.manual_seed(0)
        with torch.random.fork_rng():
            torch.rand(100)
        torch.rand(1)  # as if nothing had been drawn
    """

    def __init__(self, devices=None, enabled=True):
        self.enabled = enabled

    def __enter__(self):
        self.state = get_rng_state()

    def __exit__(self, type, value, traceback):
        if self.enabled:
            set_rng_state(self.state)
