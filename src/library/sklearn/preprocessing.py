"""Bringing features to one scale."""

import numpy as np


class _Scaler:
    """What scalers share: fit, then transform and back."""

    def fit_transform(self, X, y=None):
        return self.fit(X, y).transform(X)

    def _checked(self, X):
        if not hasattr(self, "scale_"):
            name = type(self).__name__
            raise ValueError(f"This {name} instance is not fitted yet. Call 'fit' with appropriate arguments before using this "
                             "estimator.")
        return np.asarray(X, dtype=float)

    def __repr__(self):
        return f"{type(self).__name__}()"


class StandardScaler(_Scaler):
    """Mean 0 and standard deviation 1 for each feature."""

    def __init__(self, *, copy=True, with_mean=True, with_std=True):
        self.with_mean = with_mean
        self.with_std = with_std

    def fit(self, X, y=None):
        X = np.asarray(X, dtype=float)
        if X.ndim != 2:
            raise ValueError(f"Expected 2D array, got {X.ndim}D array instead:\narray={X}.\nReshape your data either using "
                             "array.reshape(-1, 1) if your data has a single feature or array.reshape(1, -1) if it contains "
                             "a single sample.")
        self.mean_ = X.mean(axis=0)
        self.var_ = X.var(axis=0)
        scale = np.sqrt(self.var_)
        self.scale_ = np.where(scale == 0, 1.0, scale)
        self.n_features_in_ = X.shape[1]
        self.n_samples_seen_ = X.shape[0]
        return self

    def transform(self, X):
        X = self._checked(X)
        X = X - self.mean_ if self.with_mean else X
        return X / self.scale_ if self.with_std else X

    def inverse_transform(self, X):
        X = self._checked(X)
        X = X * self.scale_ if self.with_std else X
        return X + self.mean_ if self.with_mean else X


class MinMaxScaler(_Scaler):
    """From 0 to 1 for each feature."""

    def __init__(self, feature_range=(0, 1), *, copy=True, clip=False):
        self.feature_range = feature_range

    def fit(self, X, y=None):
        X = np.asarray(X, dtype=float)
        low, high = self.feature_range
        self.data_min_, self.data_max_ = X.min(axis=0), X.max(axis=0)
        spread = self.data_max_ - self.data_min_
        self.data_range_ = spread
        self.scale_ = (high - low) / np.where(spread == 0, 1.0, spread)
        self.min_ = low - self.data_min_ * self.scale_
        return self

    def transform(self, X):
        return self._checked(X) * self.scale_ + self.min_

    def inverse_transform(self, X):
        return (self._checked(X) - self.min_) / self.scale_
