"""Losses, each written out of ops."""

import math
import warnings

import _functional
import torch
from _functional import logsigmoid
from _kindling import explained, name_grad_fn
from ._distance import pairwise_distance, cosine_similarity

__all__ = ["l1_loss", "mse_loss", "smooth_l1_loss", "huber_loss", "cross_entropy", "nll_loss",
           "binary_cross_entropy", "binary_cross_entropy_with_logits", "kl_div", "poisson_nll_loss",
           "gaussian_nll_loss", "soft_margin_loss", "multilabel_soft_margin_loss", "hinge_embedding_loss",
           "margin_ranking_loss", "cosine_embedding_loss", "multi_margin_loss", "multilabel_margin_loss",
           "triplet_margin_loss", "triplet_margin_with_distance_loss", "ctc_loss", "legacy_reduction"]


def legacy_reduction(size_average=None, reduce=None):
    """The reduction that the old arguments stood for."""
    if reduce is False:
        ret = "none"
    else:
        ret = "mean" if size_average is None or size_average else "sum"
    warnings.warn(
        f"size_average and reduce args will be deprecated, please use reduction='{ret}' instead.", stacklevel=2
    )
    return ret


def _reduce(losses, reduction):
    """One number of many: their mean, their sum, or all of them."""
    if reduction == "mean":
        return losses.mean()
    if reduction == "sum":
        return losses.sum()
    if reduction == "none":
        return losses
    raise ValueError(f"{reduction} is not a valid value for reduction")


def _same_size(input, target):
    """Warns where broadcasting is about to compare everything with everything."""
    if target.size() != input.size():
        warnings.warn(
            f"Using a target size ({target.size()}) that is different to the input size ({input.size()}). "
            "This will likely lead to incorrect results due to broadcasting. "
            "Please ensure they have the same size.",
            stacklevel=3,
        )


def mse_loss(input, target, size_average=None, reduce=None, reduction="mean", weight=None):
    """Mean squared error."""
    if size_average is not None or reduce is not None:
        reduction = legacy_reduction(size_average, reduce)
    _same_size(input, target)
    if weight is None:
        return _functional.mse_loss(input, target, reduction)
    squares = (input - target) ** 2 * weight
    return squares.sum() / weight.sum() if reduction == "mean" else _reduce(squares, reduction)


def l1_loss(input, target, size_average=None, reduce=None, reduction="mean", weight=None):
    """Mean absolute error.

    Example:
        F.l1_loss(torch.tensor([1.0, 2.0, 4.0]), torch.ones(3))
    """
    if size_average is not None or reduce is not None:
        reduction = legacy_reduction(size_average, reduce)
    _same_size(input, target)
    return _reduce((input - target).abs(), reduction)


def smooth_l1_loss(input, target, size_average=None, reduce=None, reduction="mean", beta=1.0):
    """Squared near zero, absolute from beta on."""
    if size_average is not None or reduce is not None:
        reduction = legacy_reduction(size_average, reduce)
    _same_size(input, target)
    if beta == 0.0:
        return l1_loss(input, target, reduction=reduction)
    return _functional.smooth_l1_loss(input, target, reduction, beta)


def huber_loss(input, target, reduction="mean", delta=1.0, weight=None):
    """Squared near zero, straight from delta on."""
    if delta <= 0:
        raise RuntimeError("huber_loss does not support non-positive values for delta.")
    _same_size(input, target)
    return _functional.huber_loss(input, target, reduction, delta)


def cross_entropy(input, target, weight=None, size_average=None, ignore_index=-100, reduce=None, reduction="mean",
                  label_smoothing=0.0):
    """How surprised the scores are by the classes: log_softmax, then nll_loss.

    Example:
        logits = torch.tensor([[2.0, 1.0, 0.0], [0.0, 0.0, 0.0]], requires_grad=True)
        loss = F.cross_entropy(logits, torch.tensor([0, 2]))
        loss.backward()
        print(loss)
        logits.grad  # softmax minus one-hot, over the batch
    """
    if size_average is not None or reduce is not None:
        reduction = legacy_reduction(size_average, reduce)
    class_dim = 0 if input.dim() == 1 else 1
    log_probs = torch.log_softmax(input, class_dim)
    if target.shape == input.shape:
        if not target.is_floating_point():
            word = target.type().removeprefix("torch.").removesuffix("Tensor")
            raise explained(
                RuntimeError(f"Expected floating point type for target with class probabilities, got {word}"),
                "A target of the scores' shape gives a probability for each class, so it must be float: target.float(). "
                "Or give the number of each class: target.argmax(1).",
            )
        return _soft_cross_entropy(log_probs, target, weight, reduction, label_smoothing, class_dim)
    loss = nll_loss(log_probs, target, weight, ignore_index=ignore_index, reduction=reduction)
    if label_smoothing == 0.0:
        return loss

    # Part of the probability is spread evenly over the classes.
    if not 0.0 < label_smoothing <= 1.0:
        raise RuntimeError(f"label_smoothing must be between 0.0 and 1.0. Got: {label_smoothing:g}")
    spread = log_probs if weight is None else log_probs * _per_class(weight, log_probs, class_dim)
    counts = target != ignore_index
    smooth = -spread.sum(class_dim).masked_fill(~counts, 0.0)
    if reduction == "mean":
        if weight is None:
            smooth = smooth.sum() / counts.sum()
        else:
            smooth = smooth.sum() / weight[target.masked_fill(~counts, 0)].masked_fill(~counts, 0.0).sum()
    elif reduction == "sum":
        smooth = smooth.sum()
    return loss * (1 - label_smoothing) + smooth * (label_smoothing / input.shape[class_dim])


def _per_class(weight, like, class_dim):
    """The class weights in a shape that broadcasts along the class dimension."""
    shape = [1] * like.dim()
    shape[class_dim] = -1
    return weight.reshape(shape)


def _soft_cross_entropy(log_probs, target, weight, reduction, label_smoothing, class_dim):
    """Cross entropy with a target that is itself a distribution over the classes."""
    if label_smoothing > 0.0:
        target = target * (1 - label_smoothing) + label_smoothing / log_probs.shape[class_dim]
    losses = log_probs * target
    if weight is not None:
        losses = losses * _per_class(weight, log_probs, class_dim)
    if reduction == "mean":
        return name_grad_fn(-losses.sum() / (log_probs.numel() // log_probs.shape[class_dim]), "DivBackward1")
    return -losses.sum() if reduction == "sum" else -losses.sum(class_dim)


def nll_loss(input, target, weight=None, size_average=None, ignore_index=-100, reduce=None, reduction="mean"):
    """Minus the log probability of the right class."""
    if size_average is not None or reduce is not None:
        reduction = legacy_reduction(size_average, reduce)
    if reduction not in ("mean", "sum", "none"):
        raise ValueError(f"{reduction} is not a valid value for reduction")
    return _functional.nll_loss(input, target, weight, ignore_index, reduction)


def binary_cross_entropy(input, target, weight=None, size_average=None, reduce=None, reduction="mean"):
    """-(y log x + (1 - y) log(1 - x)) of probabilities x."""
    if size_average is not None or reduce is not None:
        reduction = legacy_reduction(size_average, reduce)
    if target.size() != input.size():
        raise ValueError(
            f"Using a target size ({target.size()}) that is different to the input size ({input.size()}) is "
            "deprecated. Please ensure they have the same size."
        )
    return _functional.binary_cross_entropy(input, target, weight, reduction)


def binary_cross_entropy_with_logits(input, target, weight=None, size_average=None, reduce=None, reduction="mean",
                                     pos_weight=None):
    """binary_cross_entropy of sigmoid(input), without its loss of precision."""
    if size_average is not None or reduce is not None:
        reduction = legacy_reduction(size_average, reduce)
    if target.size() != input.size():
        raise ValueError(f"Target size ({target.size()}) must be the same as input size ({input.size()})")
    return _functional.binary_cross_entropy_with_logits(input, target, weight, pos_weight, reduction)


def kl_div(input, target, size_average=None, reduce=None, reduction="mean", log_target=False):
    """How far the log probabilities `input` are from the distribution `target`.

    Example:
        log_q = torch.log_softmax(torch.tensor([[1.0, 2.0, 3.0]]), dim=1)
        F.kl_div(log_q, torch.tensor([[0.2, 0.3, 0.5]]), reduction="batchmean")
    """
    if size_average is not None or reduce is not None:
        reduction = legacy_reduction(size_average, reduce)
    if reduction == "mean":
        warnings.warn(
            "reduction: 'mean' divides the total loss by both the batch size and the support size."
            "'batchmean' divides only by the batch size, and aligns with the KL div math definition."
            "'mean' will be changed to behave the same as 'batchmean' in the next major release.",
            stacklevel=2,
        )
    if log_target:
        losses = target.exp() * (target - input)
    else:
        losses = torch.xlogy(target, target) - target * input
    if reduction == "batchmean":
        return losses.sum() / input.shape[0]
    return _reduce(losses, reduction)


def poisson_nll_loss(input, target, log_input=True, full=False, size_average=None, eps=1e-8, reduce=None,
                     reduction="mean"):
    """Negative log likelihood of counts.

    Example:
        F.poisson_nll_loss(torch.tensor([0.0, 1.0]), torch.tensor([1.0, 3.0]))
    """
    if size_average is not None or reduce is not None:
        reduction = legacy_reduction(size_average, reduce)
    losses = input.exp() - target * input if log_input else input - target * torch.log(input + eps)
    if full:
        stirling = target * torch.log(target) - target + 0.5 * torch.log(2 * math.pi * target)
        losses = losses + stirling.masked_fill(target <= 1, 0)
    return _reduce(losses, reduction)


def gaussian_nll_loss(input, target, var, full=False, eps=1e-6, reduction="mean"):
    """Negative log likelihood of a normal distribution with this mean and variance.

    Example:
        F.gaussian_nll_loss(torch.tensor([1.0, 2.0]), torch.tensor([0.0, 0.0]), torch.tensor([1.0, 4.0]))
    """
    if isinstance(var, float):
        var = torch.full_like(input, var)
    if var.size() != input.size():
        if input.size()[:-1] == var.size():
            var = var.unsqueeze(-1)
        elif input.size()[:-1] != var.size()[:-1] or var.size(-1) != 1:
            raise ValueError("var is of incorrect size")
    if (var < 0).any():
        raise ValueError("var has negative entry/entries")
    with torch.no_grad():
        var = var.clone().clamp_(min=eps) if not var.requires_grad else var
    losses = 0.5 * (torch.log(var) + (input - target) ** 2 / var)
    if full:
        losses = losses + 0.5 * math.log(2 * math.pi)
    return _reduce(losses, reduction)


def soft_margin_loss(input, target, size_average=None, reduce=None, reduction="mean"):
    """log(1 + exp(-y x)) for labels 1 and -1.

    Example:
        F.soft_margin_loss(torch.tensor([2.0, -1.0]), torch.tensor([1.0, 1.0]))
    """
    return name_grad_fn(_reduce(torch.log1p(torch.exp(-target * input)), reduction), "SoftMarginLossBackward0")


def multilabel_soft_margin_loss(input, target, weight=None, size_average=None, reduce=None, reduction="mean"):
    """Binary cross entropy of scores, averaged over the classes.

    Example:
        F.multilabel_soft_margin_loss(torch.tensor([[2.0, -1.0, 0.0]]), torch.tensor([[1.0, 0.0, 1.0]]))
    """
    losses = -(target * logsigmoid(input) + (1 - target) * logsigmoid(-input))
    if weight is not None:
        losses = losses * weight
    return _reduce(losses.sum(-1) / input.shape[-1], reduction)


def hinge_embedding_loss(input, target, margin=1.0, size_average=None, reduce=None, reduction="mean"):
    """The distance for label 1; what is missing to the margin for label -1.

    Example:
        F.hinge_embedding_loss(torch.tensor([0.5, 0.5]), torch.tensor([1.0, -1.0]))
    """
    apart = torch.where(target != 1, (margin - input).clamp_min(0), 0.0)
    alike = torch.where(target != -1, input, 0.0)
    return _reduce(apart + alike, reduction)


def margin_ranking_loss(input1, input2, target, margin=0, size_average=None, reduce=None, reduction="mean"):
    """The first should rank above the second for label 1, below it for -1, by the margin.

    Example:
        F.margin_ranking_loss(torch.tensor([1.0, 2.0]), torch.tensor([0.8, 3.0]), torch.tensor([1.0, 1.0]))
    """
    return _reduce((-target * (input1 - input2) + margin).clamp_min(0), reduction)


def cosine_embedding_loss(input1, input2, target, margin=0, size_average=None, reduce=None, reduction="mean"):
    """Vectors should point the same way for label 1, apart for -1.

    Example:
        F.cosine_embedding_loss(torch.tensor([[1.0, 0.0]]), torch.tensor([[0.0, 1.0]]), torch.tensor([1.0]))
    """
    cosine = cosine_similarity(input1, input2, dim=-1)
    losses = torch.where(target == 1, 1 - cosine, (cosine - margin).clamp_min(0))
    return _reduce(losses, reduction)


def multi_margin_loss(input, target, p=1, margin=1.0, weight=None, size_average=None, reduce=None,
                      reduction="mean"):
    """The right score should lead every other by the margin.

    Example:
        F.multi_margin_loss(torch.tensor([[0.1, 0.2, 0.4, 0.8]]), torch.tensor([3]))
    """
    rows, target = torch.atleast_2d(input), target.reshape(-1)
    right = rows.gather(1, target.unsqueeze(1))
    gaps = (margin - right + rows).clamp_min(0) ** p
    if weight is not None:
        gaps = gaps * weight[target].unsqueeze(1)
    others = torch.ones_like(gaps).scatter_(1, target.unsqueeze(1), 0.0)
    losses = (gaps * others).sum(1) / rows.shape[1]
    losses = losses if input.dim() == 2 else losses[0]
    return name_grad_fn(_reduce(losses, reduction), "MultiMarginLossBackward0")


def multilabel_margin_loss(input, target, size_average=None, reduce=None, reduction="mean"):
    """Each right score should lead each wrong one by 1. The target lists the right classes, ended by -1.

    Example:
        F.multilabel_margin_loss(torch.tensor([[0.1, 0.2, 0.4, 0.8]]), torch.tensor([[3, 0, -1, 1]]))
    """
    losses = []
    for scores, labels in zip(torch.atleast_2d(input), torch.atleast_2d(target)):
        right = []
        for label in labels.tolist():
            if label < 0:
                break
            right.append(label)
        wrong = [c for c in range(len(scores)) if c not in right]
        gaps = 1 - (scores[right].unsqueeze(1) - scores[wrong].unsqueeze(0))
        losses.append(gaps.clamp_min(0).sum() / len(scores))
    losses = torch.stack(losses) if input.dim() == 2 else losses[0]
    return name_grad_fn(_reduce(losses, reduction), "MultilabelMarginLossBackward0")


def triplet_margin_loss(anchor, positive, negative, margin=1.0, p=2, eps=1e-6, swap=False, size_average=None,
                        reduce=None, reduction="mean"):
    """The anchor should be nearer to its like than to the other, by the margin.

    Example:
        F.triplet_margin_loss(torch.tensor([[0.0, 0.0]]), torch.tensor([[1.0, 0.0]]), torch.tensor([[0.0, 1.5]]))
    """
    distance = lambda a, b: pairwise_distance(a, b, p, eps)
    return triplet_margin_with_distance_loss(
        anchor, positive, negative, distance_function=distance, margin=margin, swap=swap, reduction=reduction
    )


def triplet_margin_with_distance_loss(anchor, positive, negative, *, distance_function=None, margin=1.0, swap=False,
                                      reduction="mean"):
    """triplet_margin_loss with a distance of your own.

    Example:
        F.triplet_margin_with_distance_loss(
            torch.tensor([[0.0, 0.0]]), torch.tensor([[1.0, 0.0]]), torch.tensor([[0.0, 1.5]]))
    """
    distance = pairwise_distance if distance_function is None else distance_function
    near = distance(anchor, positive)
    far = distance(anchor, negative)
    if swap:
        far = torch.minimum(far, distance(positive, negative))
    return _reduce((margin + near - far).clamp_min(0), reduction)


def ctc_loss(log_probs, targets, input_lengths, target_lengths, blank=0, reduction="mean", zero_infinity=False):
    """Minus the log likelihood of each label sequence, summed over all its alignments by the forward algorithm.

    Example:
        log_probs = torch.full((4, 1, 3), 1 / 3).log()
        F.ctc_loss(log_probs, torch.tensor([[1, 2]]), torch.tensor([4]), torch.tensor([2]))
    """
    if log_probs.dim() == 2:
        log_probs = log_probs.unsqueeze(1)
    input_lengths = torch.as_tensor(input_lengths).reshape(-1).tolist()
    target_lengths = torch.as_tensor(target_lengths).reshape(-1).tolist()
    losses, start = [], 0
    for n in range(log_probs.shape[1]):
        length = target_lengths[n]
        if targets.dim() == 2:
            labels = targets[n, :length].tolist()
        else:
            labels = targets[start:start + length].tolist()
            start += length
        losses.append(_ctc_one(log_probs[: input_lengths[n], n], labels, blank))
    losses = name_grad_fn(torch.stack(losses), "CtcLossBackward0")
    if zero_infinity:
        losses = torch.where(torch.isinf(losses), 0.0, losses)
    if reduction == "mean":
        return (losses / torch.tensor(target_lengths).clamp_min(1)).mean()
    return losses.sum() if reduction == "sum" else losses


def _ctc_one(log_probs, labels, blank):
    """The loss of one sequence: log_probs (T, C), labels with a blank between any two."""
    states = [blank]
    for label in labels:
        states += [label, blank]
    never = torch.tensor(-1e30, dtype=log_probs.dtype)  # minus infinity, but its gradient is a number
    # A state is reached from itself, the one before, and the one before that unless it would join equal labels.
    skips = torch.tensor([s > 1 and states[s] != blank and states[s] != states[s - 2] for s in range(len(states))])
    emit = log_probs[:, states]
    alpha = torch.cat([emit[0, :2], never.expand(len(states))])[: len(states)]
    for t in range(1, len(emit)):
        before = torch.cat([never.reshape(1), alpha])[: len(states)]
        skipped = torch.where(skips, torch.cat([never.expand(2), alpha])[: len(states)], never)
        alpha = torch.logsumexp(torch.stack([alpha, before, skipped]), 0) + emit[t]
    loss = -torch.logsumexp(alpha[-2:], 0)
    if loss > 1e29:
        return loss * math.inf
    # PyTorch's gradient is that of the scores under log_softmax: it adds the probabilities. Their sum itself adds 0.
    total = log_probs.exp().sum()
    return loss + (total - total.detach())
