"""Parting data into those to learn from and those to test with."""

import math

import numpy as np
from sklearn.utils import check_random_state


def train_test_split(*arrays, test_size=None, train_size=None, random_state=None, shuffle=True, stratify=None):
    """Each array in two parts: `X_train, X_test, y_train, y_test = train_test_split(X, y)`.

    Args:
        test_size: a share or a number; a quarter if neither size is given
        stratify: labels whose shares are to be the same in both parts
    """
    if not arrays:
        raise ValueError("At least one array required as input")
    count = len(arrays[0])
    lengths = [len(one) for one in arrays]
    if len(set(lengths)) > 1:
        raise ValueError(f"Found input variables with inconsistent numbers of samples: {lengths}")
    train, test = _sizes(count, test_size, train_size)
    if not shuffle:
        if stratify is not None:
            raise ValueError("Stratified train/test split is not implemented for shuffle=False")
        places = np.arange(count)
        kept, held = places[:train], places[train : train + test]
    elif stratify is not None:
        kept, held = _stratified(np.asarray(stratify), train, test, check_random_state(random_state))
    else:
        order = check_random_state(random_state).permutation(count)
        held, kept = order[:test], order[test : test + train]
    return [_picked(one, places) for one in arrays for places in (kept, held)]


def _picked(data, places):
    if isinstance(data, list):
        return [data[at] for at in places.tolist()]
    if hasattr(data, "numpy") and not isinstance(data, np.ndarray):
        return data[places.tolist()]
    return np.asarray(data)[places]


def _sizes(count, test_size, train_size):
    """How many to train and to test with."""
    if test_size is None and train_size is None:
        test_size = 0.25
    test = train = None
    if test_size is not None:
        test = math.ceil(test_size * count) if isinstance(test_size, float) else int(test_size)
    if train_size is not None:
        train = math.floor(train_size * count) if isinstance(train_size, float) else int(train_size)
    train = count - test if train is None else train
    test = count - train if test is None else test
    if train + test > count:
        raise ValueError(f"The sum of train_size and test_size = {train + test}, should be smaller than the number of samples "
                         f"{count}. Reduce test_size and/or train_size.")
    if train == 0:
        raise ValueError(f"With n_samples={count}, test_size={test_size} and train_size={train_size}, the resulting train set "
                         "will be empty. Adjust any of the aforementioned parameters.")
    return train, test


def _stratified(labels, train, test, generator):
    classes, which, counts = np.unique(labels, return_inverse=True, return_counts=True)
    if counts.min() < 2:
        raise ValueError("The least populated class in y has only 1 member, which is too few. The minimum number of groups for "
                         "any class cannot be less than 2.")
    members = np.split(np.argsort(which), np.cumsum(counts)[:-1].tolist())
    of_train = _shares(counts, train, generator)
    of_test = _shares(counts - of_train, test, generator)
    kept, held = [], []
    for at, places in enumerate(members):
        order = places[generator.permutation(int(counts[at]))].tolist()
        kept += order[: of_train[at]]
        held += order[of_train[at] : of_train[at] + of_test[at]]
    return generator.permutation(kept), generator.permutation(held)


def _shares(counts, draws, generator):
    """Whole numbers near to each class's share of so many draws."""
    exact = counts / counts.sum() * draws
    whole = np.floor(exact)
    missing = int(draws - whole.sum())
    rest = exact - whole
    for value in np.sort(np.unique(rest))[::-1]:
        if missing <= 0:
            break
        equal = np.where(rest == value)[0]
        now = min(len(equal), missing)
        whole[generator.choice(equal, size=now, replace=False)] += 1
        missing -= now
    return whole.astype(int)
