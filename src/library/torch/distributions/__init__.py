"""Probability distributions: what they draw, how likely a value is, and how far two of them are apart."""

from .distribution import Distribution, Independent
from .continuous import Cauchy, Exponential, Gumbel, HalfNormal, Laplace, LogNormal, Normal, Uniform
from .discrete import Bernoulli, Binomial, Categorical, Geometric, Multinomial, OneHotCategorical, Poisson
from .multivariate_normal import MultivariateNormal
from .kl import kl_divergence, register_kl
from . import constraints, kl

__all__ = ["Distribution", "Independent", "Cauchy", "Exponential", "Gumbel", "HalfNormal", "Laplace", "LogNormal",
           "Normal", "Uniform", "Bernoulli", "Binomial", "Categorical", "Geometric", "Multinomial", "OneHotCategorical",
           "Poisson", "MultivariateNormal", "kl_divergence", "register_kl"]
