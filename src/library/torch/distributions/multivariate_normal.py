"""The normal distribution of vectors."""

import math

import torch
from . import constraints
from .distribution import Distribution


class MultivariateNormal(Distribution):
    r"""Vectors around a mean, with a covariance.

    Formula: p(x) = \frac{e^{-\frac{1}{2} (x - \mu)^\top \Sigma^{-1} (x - \mu)}}{\sqrt{(2 \pi)^n \det \Sigma}}
    Args:
        loc: the mean
        covariance_matrix: the covariance
        precision_matrix: its inverse, in its place
        scale_tril: its Cholesky factor, in its place
    """

    arg_constraints = {
        "loc": constraints.real_vector, "covariance_matrix": constraints.positive_definite,
        "precision_matrix": constraints.positive_definite, "scale_tril": constraints.lower_cholesky,
    }
    support = constraints.real_vector
    has_rsample = True

    def __init__(self, loc, covariance_matrix=None, precision_matrix=None, scale_tril=None, validate_args=None):
        if loc.dim() < 1:
            raise ValueError("loc must be at least one-dimensional.")
        given = [matrix for matrix in (covariance_matrix, scale_tril, precision_matrix) if matrix is not None]
        if len(given) != 1:
            raise ValueError("Exactly one of covariance_matrix or precision_matrix or scale_tril may be specified.")
        size = loc.shape[-1]
        batch = torch.broadcast_shapes(given[0].shape[:-2], loc.shape[:-1])
        self.loc = loc.expand(*batch, size)
        matrix = given[0].expand(*batch, size, size)
        if covariance_matrix is not None:
            self.covariance_matrix = matrix
        elif scale_tril is not None:
            self.scale_tril = matrix
        else:
            self.precision_matrix = matrix
        super().__init__(batch, self.loc.shape[-1:], validate_args)
        if covariance_matrix is not None:
            self._tril = torch.linalg.cholesky(covariance_matrix)
        elif scale_tril is not None:
            self._tril = scale_tril
        else:
            self._tril = torch.linalg.cholesky(torch.linalg.inv(precision_matrix))

    def __getattr__(self, name):
        tril = self.__dict__.get("_tril")
        if tril is not None and name == "scale_tril":
            return tril.expand(*self._batch_shape, *tril.shape[-2:])
        if tril is not None and name == "covariance_matrix":
            return (tril @ tril.mT).expand(*self._batch_shape, *tril.shape[-2:])
        if tril is not None and name == "precision_matrix":
            return torch.cholesky_inverse(tril).expand(*self._batch_shape, *tril.shape[-2:])
        raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")

    @property
    def mean(self):
        return self.loc

    mode = mean

    @property
    def variance(self):
        return self._tril.pow(2).sum(-1).expand(self._batch_shape + self._event_shape)

    def rsample(self, sample_shape=torch.Size()):
        shape = self._extended_shape(sample_shape)
        eps = torch.normal(torch.zeros(shape, dtype=self.loc.dtype), torch.ones(shape, dtype=self.loc.dtype))
        return self.loc + (self._tril @ eps.unsqueeze(-1)).squeeze(-1)

    def log_prob(self, value):
        self._validate_sample(value)
        away = torch.linalg.solve(self._tril, (value - self.loc).unsqueeze(-1)).squeeze(-1)
        size = self._event_shape[0]
        return -0.5 * (size * math.log(2 * math.pi) + away.pow(2).sum(-1)) - self._half_log_det()

    def _half_log_det(self):
        return self._tril.diagonal(dim1=-2, dim2=-1).log().sum(-1)

    def entropy(self):
        entropy = 0.5 * self._event_shape[0] * (1.0 + math.log(2 * math.pi)) + self._half_log_det()
        return entropy.expand(self._batch_shape)
