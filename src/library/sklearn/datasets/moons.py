"""Two interleaving half circles."""

import math

import numpy as np
from sklearn.utils import check_random_state


def make_moons(n_samples=100, *, shuffle=True, noise=None, random_state=None):
    """Points on two half circles that no straight line can part, and which of the two each one is on.

    Returns X: (n_samples, 2) float64 and y: (n_samples,) int64
    Args:
        n_samples: how many points, or a pair: how many on each
        shuffle: whether to mix them
        noise: standard deviation of the normal noise that is added
        random_state: a seed, for the same points every time
    """
    if isinstance(n_samples, int):
        outer = n_samples // 2
        inner = n_samples - outer
    else:
        outer, inner = n_samples
    generator = check_random_state(random_state)

    points = [[math.cos(angle), math.sin(angle)] for angle in half_circle(outer)]
    points += [[1 - math.cos(angle), 1 - math.sin(angle) - 0.5] for angle in half_circle(inner)]
    moon = [0] * outer + [1] * inner

    if shuffle:
        order = list(range(outer + inner))
        generator.shuffle(order)
        points = [points[i] for i in order]
        moon = [moon[i] for i in order]
    if noise is not None:
        points = [[x + generator.normal(scale=noise), y + generator.normal(scale=noise)] for x, y in points]
    return np.array(points), np.array(moon)


def half_circle(n):
    """n angles from 0 to pi, evenly spaced."""
    if n == 1:
        return [0.0]
    step = math.pi / (n - 1)
    return [i * step for i in range(n - 1)] + [math.pi]
