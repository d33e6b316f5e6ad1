"""How good predictions are."""

import numpy as np


def accuracy_score(y_true, y_pred, *, normalize=True, sample_weight=None):
    """The share of predictions that are right."""
    right = np.asarray(y_true) == np.asarray(y_pred)
    return float(right.mean()) if normalize else float(right.sum())


def confusion_matrix(y_true, y_pred, *, labels=None, sample_weight=None, normalize=None):
    """How often each class, a row, was taken for each class, a column."""
    y_true, y_pred = np.asarray(y_true), np.asarray(y_pred)
    labels = np.union1d(y_true, y_pred) if labels is None else np.asarray(labels)
    known = {label: at for at, label in enumerate(labels.tolist())}
    counts = np.zeros((len(known), len(known)), dtype=np.int64)
    for true, predicted in zip(y_true.tolist(), y_pred.tolist()):
        if true in known and predicted in known:
            counts[known[true], known[predicted]] += 1
    if normalize == "true":
        return counts / counts.sum(axis=1, keepdims=True)
    if normalize == "pred":
        return counts / counts.sum(axis=0, keepdims=True)
    return counts / counts.sum() if normalize == "all" else counts


def mean_squared_error(y_true, y_pred):
    return float(((np.asarray(y_true) - np.asarray(y_pred)) ** 2).mean())


def mean_absolute_error(y_true, y_pred):
    return float(abs(np.asarray(y_true) - np.asarray(y_pred)).mean())


def r2_score(y_true, y_pred):
    """The share of the targets' variance that the predictions explain."""
    y_true, y_pred = np.asarray(y_true), np.asarray(y_pred)
    return float(1 - ((y_true - y_pred) ** 2).sum() / ((y_true - y_true.mean()) ** 2).sum())
