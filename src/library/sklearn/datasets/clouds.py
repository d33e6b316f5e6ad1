"""Clouds of points made to order: circles, blobs, and points along a plane."""

import numpy as np
from sklearn.utils import check_random_state, shuffle as mixed


def make_circles(n_samples=100, *, shuffle=True, noise=None, random_state=None, factor=0.8):
    """Points on a large circle and a small one inside it, and which of the two each one is on.

    Returns X: (n_samples, 2) float64 and y: (n_samples,) int64
    """
    outer, inner = (n_samples // 2, n_samples - n_samples // 2) if isinstance(n_samples, int) else n_samples
    generator = check_random_state(random_state)
    angles = [np.linspace(0, 2 * np.pi, count, endpoint=False) for count in (outer, inner)]
    rings = [np.column_stack([np.cos(angle), np.sin(angle)]) for angle in angles]
    X = np.vstack([rings[0], rings[1] * factor])
    y = np.hstack([np.zeros(outer, dtype=np.int64), np.ones(inner, dtype=np.int64)])
    if shuffle:
        X, y = mixed(X, y, random_state=generator)
    if noise is not None:
        X += generator.normal(scale=noise, size=X.shape)
    return X, y


def make_blobs(n_samples=100, n_features=2, *, centers=None, cluster_std=1.0, center_box=(-10.0, 10.0), shuffle=True,
               random_state=None, return_centers=False):
    """Points spread normally around centers, and which center each one belongs to.

    Returns X: (n_samples, n_features) float64 and y: (n_samples,) int64
    """
    generator = check_random_state(random_state)
    if isinstance(n_samples, int):
        centers = 3 if centers is None else centers
    elif centers is None:
        centers = len(n_samples)
    if isinstance(centers, int):
        centers = generator.uniform(center_box[0], center_box[1], size=(centers, n_features))
    centers = np.asarray(centers, dtype=float)
    count, n_features = centers.shape
    stds = [cluster_std] * count if isinstance(cluster_std, (int, float)) else list(cluster_std)
    if isinstance(n_samples, int):
        sizes = [n_samples // count + (at < n_samples % count) for at in range(count)]
    else:
        sizes = list(n_samples)
    parts = [generator.normal(centers[at], stds[at], size=(size, n_features)) for at, size in enumerate(sizes)]
    X, y = np.concatenate(parts), np.repeat(np.arange(count), sizes)
    if shuffle:
        X, y = mixed(X, y, random_state=generator)
    return (X, y, centers) if return_centers else (X, y)


def make_regression(n_samples=100, n_features=100, *, n_informative=10, n_targets=1, bias=0.0, noise=0.0, shuffle=True,
                    coef=False, random_state=None):
    """Points whose targets are a random linear function of some of their features.

    Returns X: (n_samples, n_features) and y: (n_samples,) or (n_samples, n_targets), float64
    """
    generator = check_random_state(random_state)
    informative = min(n_features, n_informative)
    X = generator.normal(size=(n_samples, n_features))
    truth = np.zeros((n_features, n_targets))
    truth[:informative] = 100 * generator.uniform(size=(informative, n_targets))
    y = X @ truth + bias
    if noise > 0.0:
        y += generator.normal(scale=noise, size=y.shape)
    if shuffle:
        X, y = mixed(X, y, random_state=generator)
        order = np.arange(n_features)
        generator.shuffle(order)
        X, truth = X[:, order], truth[order]
    y = np.squeeze(y)
    return (X, y, np.squeeze(truth)) if coef else (X, y)
