"""How far one distribution is from another."""

import math

import torch
from .continuous import Exponential, Laplace, Normal, Uniform
from .discrete import Bernoulli, Categorical, Geometric, OneHotCategorical, Poisson
from .distribution import Independent
from .multivariate_normal import MultivariateNormal

_FORMULAS = {}


def register_kl(type_p, type_q):
    """Decorates the function that computes the divergence of these two kinds."""
    def keep(function):
        _FORMULAS[type_p, type_q] = function
        return function

    return keep


def kl_divergence(p, q):
    r"""The Kullback-Leibler divergence: how much longer messages get when q is taken for p.

    Formula: D(p \Vert q) = \int p(x) \log \frac{p(x)}{q(x)}\, dx
    """
    for cls_p in type(p).__mro__:
        for cls_q in type(q).__mro__:
            if (cls_p, cls_q) in _FORMULAS:
                return _FORMULAS[cls_p, cls_q](p, q)
    raise NotImplementedError(
        f"No KL(p || q) is implemented for p type {type(p).__name__} and q type {type(q).__name__}"
    )


@register_kl(Normal, Normal)
def _normals(p, q):
    ratio = (p.scale / q.scale).pow(2)
    distance = ((p.loc - q.loc) / q.scale).pow(2)
    return 0.5 * (ratio + distance - 1 - ratio.log())


@register_kl(Bernoulli, Bernoulli)
def _bernoullis(p, q):
    one = p.probs * (torch.nn.functional.softplus(-q.logits) - torch.nn.functional.softplus(-p.logits))
    one = torch.where(q.probs == 0, math.inf, one)
    one = torch.where(p.probs == 0, 0.0, one)
    zero = (1 - p.probs) * (torch.nn.functional.softplus(q.logits) - torch.nn.functional.softplus(p.logits))
    zero = torch.where(q.probs == 1, math.inf, zero)
    zero = torch.where(p.probs == 1, 0.0, zero)
    return one + zero


@register_kl(Categorical, Categorical)
def _categoricals(p, q):
    terms = p.probs * (p.logits - q.logits)
    terms = torch.where((q.probs == 0).expand_as(terms), math.inf, terms)
    terms = torch.where((p.probs == 0).expand_as(terms), 0.0, terms)
    return terms.sum(-1)


@register_kl(OneHotCategorical, OneHotCategorical)
def _one_hots(p, q):
    return _categoricals(p._categorical, q._categorical)


@register_kl(Exponential, Exponential)
def _exponentials(p, q):
    ratio = q.rate / p.rate
    return -ratio.log() + ratio - 1


@register_kl(Geometric, Geometric)
def _geometrics(p, q):
    return -p.entropy() - torch.log1p(-q.probs) / p.probs - q.logits


@register_kl(Laplace, Laplace)
def _laplaces(p, q):
    ratio = p.scale / q.scale
    distance = (p.loc - q.loc).abs() / q.scale
    return -ratio.log() + distance + ratio * torch.exp(-(p.loc - q.loc).abs() / p.scale) - 1


@register_kl(Poisson, Poisson)
def _poissons(p, q):
    return p.rate * (p.rate.log() - q.rate.log()) - (p.rate - q.rate)


@register_kl(Uniform, Uniform)
def _uniforms(p, q):
    result = ((q.high - q.low) / (p.high - p.low)).log()
    return torch.where((q.low > p.low) | (q.high < p.high), math.inf, result)


@register_kl(Independent, Independent)
def _independents(p, q):
    if p.reinterpreted_batch_ndims != q.reinterpreted_batch_ndims:
        raise NotImplementedError
    return p._summed(kl_divergence(p.base_dist, q.base_dist))


@register_kl(MultivariateNormal, MultivariateNormal)
def _multivariate_normals(p, q):
    if p.event_shape != q.event_shape:
        raise ValueError("KL-divergence between two Multivariate Normals with different event shapes cannot be computed")
    log_dets = q._half_log_det() - p._half_log_det()
    trace = torch.linalg.solve(q._tril, p._tril).pow(2).sum((-2, -1))
    distance = torch.linalg.solve(q._tril, (q.loc - p.loc).unsqueeze(-1)).squeeze(-1).pow(2).sum(-1)
    return log_dets + 0.5 * (trace + distance - p.event_shape[0])
