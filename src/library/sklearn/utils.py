"""What scikit-learn's functions share."""

import numpy as np


class Bunch(dict):
    """A dict whose items are attributes too."""

    def __getattr__(self, key):
        try:
            return self[key]
        except KeyError:
            raise AttributeError(key)

    def __setattr__(self, key, value):
        self[key] = value

    def __dir__(self):
        return self.keys()


def check_random_state(seed):
    """A generator: a new one for a seed, the one that was given, or numpy's global one for None."""
    if seed is None:
        return np.random.mtrand._rand
    if isinstance(seed, np.random.RandomState):
        return seed
    if isinstance(seed, int):
        return np.random.RandomState(seed)
    raise ValueError(f"{seed!r} cannot be used to seed a numpy.random.RandomState instance")


def shuffle(*arrays, random_state=None, n_samples=None):
    """The arrays in one random order."""
    order = np.arange(len(arrays[0]))
    check_random_state(random_state).shuffle(order)
    order = order[:n_samples]
    mixed = [np.asarray(one)[order] for one in arrays]
    return mixed[0] if len(mixed) == 1 else mixed
