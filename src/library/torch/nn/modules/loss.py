"""Losses"""

from torch.nn import functional as F
from .distance import PairwiseDistance
from .module import Module


class _Loss(Module):
    """A loss and what becomes of its values: their 'mean', their 'sum', or 'none': each for itself."""

    def __init__(self, size_average=None, reduce=None, reduction: str = "mean"):
        super().__init__()
        self.reduction = F.legacy_reduction(size_average, reduce) if size_average is not None or reduce is not None \
            else reduction


class _WeightedLoss(_Loss):
    def __init__(self, weight=None, size_average=None, reduce=None, reduction: str = "mean"):
        super().__init__(size_average, reduce, reduction)
        self.register_buffer("weight", weight)


class L1Loss(_Loss):
    r"""Mean absolute error: large errors count in proportion.

    Formula: L = \operatorname{mean} |x - y|
    Gradient:
        input: \tfrac{1}{n}\,\bar{L} \operatorname{sign}(x - y)
    Shape: (*), (*) -> ()
    Args:
        reduction: 'mean', 'sum' or 'none'
    Example:
        loss_fn = nn.L1Loss()
        prediction = torch.tensor([1.0, 2.0, 4.0], requires_grad=True)
        target = torch.tensor([1.0, 1.0, 1.0])
        loss = loss_fn(prediction, target)
        loss.backward()
        print(loss)
        prediction.grad
    """

    def forward(self, input, target):
        return F.l1_loss(input, target, reduction=self.reduction)


class MSELoss(_Loss):
    r"""Mean squared error: an error twice as large counts four times.

    Formula: L = \operatorname{mean} (x - y)^2
    Gradient:
        input: \tfrac{2}{n}\,\bar{L}\,(x - y)
    Shape: (*), (*) -> ()
    Args:
        reduction: 'mean', 'sum' or 'none'
    Example:
        loss_fn = nn.MSELoss()
        prediction = torch.tensor([1.0, 2.0, 4.0], requires_grad=True)
        target = torch.tensor([1.0, 1.0, 1.0])
        loss = loss_fn(prediction, target)
        loss.backward()
        print(loss)
        prediction.grad
    """

    def forward(self, input, target):
        return F.mse_loss(input, target, reduction=self.reduction)


class SmoothL1Loss(_Loss):
    r"""Squared error near zero, absolute error far from it.

    Formula: \ell = \tfrac{1}{2} (x-y)^2 / \beta \text{ if } |x-y| < \beta, \text{ else } |x-y| - \beta/2
    Gradient:
        input: \tfrac{1}{n}\,\bar{L}\,(x - y) / \beta \text{ if } |x-y| < \beta, \text{ else } \tfrac{1}{n}\,\bar{L} \operatorname{sign}(x - y)
    Shape: (*), (*) -> ()
    Args:
        reduction: 'mean', 'sum' or 'none'
        beta: up to this error it is squared
    Paper: Girshick 2015, Fast R-CNN
    Example:
        loss_fn = nn.SmoothL1Loss()
        prediction = torch.tensor([1.0, 2.0, 4.0], requires_grad=True)
        target = torch.tensor([1.0, 1.0, 1.0])
        loss = loss_fn(prediction, target)
        loss.backward()
        print(loss)
        prediction.grad
    """

    def __init__(self, size_average=None, reduce=None, reduction: str = "mean", beta: float = 1.0):
        super().__init__(size_average, reduce, reduction)
        self.beta = beta

    def forward(self, input, target):
        return F.smooth_l1_loss(input, target, reduction=self.reduction, beta=self.beta)


class HuberLoss(_Loss):
    r"""Squared error near zero, a straight line far from it.

    Formula: \ell = \tfrac{1}{2} (x-y)^2 \text{ if } |x-y| < \delta, \text{ else } \delta (|x-y| - \delta/2)
    Gradient:
        input: \tfrac{1}{n}\,\bar{L}\,\min(\max(x - y, -\delta), \delta)
    Shape: (*), (*) -> ()
    Args:
        reduction: 'mean', 'sum' or 'none'
        delta: up to this error it is squared
    Paper: Huber 1964, Robust Estimation of a Location Parameter
    Example:
        loss_fn = nn.HuberLoss(delta=2.0)
        prediction = torch.tensor([1.0, 2.0, 4.0], requires_grad=True)
        target = torch.tensor([1.0, 1.0, 1.0])
        loss = loss_fn(prediction, target)
        loss.backward()
        print(loss)
        prediction.grad
    """

    def __init__(self, reduction: str = "mean", delta: float = 1.0):
        super().__init__(reduction=reduction)
        self.delta = delta

    def forward(self, input, target):
        return F.huber_loss(input, target, reduction=self.reduction, delta=self.delta)


class CrossEntropyLoss(_WeightedLoss):
    r"""How surprised the scores are by the right class: softmax, logarithm and negative likelihood in one. It takes logits: no softmax before it.

    Formula: \ell_n = -\ln \frac{e^{x_{n, y_n}}}{\sum_c e^{x_{n, c}}}
    Gradient:
        input: \tfrac{1}{N}\,\bar{L}\,(\operatorname{softmax}(x_n)_c - [c = y_n])
    Shape: (N, C), (N) of class numbers, or (N, C) of probabilities -> ()
    Args:
        weight: how much each class counts
        ignore_index: a class number that does not count
        reduction: 'mean', 'sum' or 'none'
        label_smoothing: how much of the probability goes to all classes evenly
    Example:
        loss_fn = nn.CrossEntropyLoss()
        logits = torch.tensor([[2.0, 1.0, 0.0], [0.0, 0.0, 0.0]], requires_grad=True)
        target = torch.tensor([0, 2])
        loss = loss_fn(logits, target)
        loss.backward()
        print(loss)
        logits.grad  # softmax minus one-hot, over the batch
    """

    def __init__(self, weight=None, size_average=None, ignore_index: int = -100, reduce=None,
                 reduction: str = "mean", label_smoothing: float = 0.0):
        super().__init__(weight, size_average, reduce, reduction)
        self.ignore_index = ignore_index
        self.label_smoothing = label_smoothing

    def forward(self, input, target):
        return F.cross_entropy(
            input, target, weight=self.weight, ignore_index=self.ignore_index,
            reduction=self.reduction, label_smoothing=self.label_smoothing,
        )


class NLLLoss(_WeightedLoss):
    r"""Negative log likelihood: minus the log probability of the right class. It takes what log_softmax gives.

    Formula: \ell_n = -x_{n, y_n}
    Gradient:
        input: -\tfrac{1}{N}\,\bar{L}\,[c = y_n]
    Shape: (N, C), (N) -> ()
    Args:
        weight: how much each class counts
        ignore_index: a class number that does not count
        reduction: 'mean', 'sum' or 'none'
    Example:
        loss_fn = nn.NLLLoss()
        log_probs = torch.log_softmax(torch.tensor([[2.0, 1.0, 0.0], [0.0, 0.0, 0.0]]), dim=1)
        loss_fn(log_probs, torch.tensor([0, 2]))
    """

    def __init__(self, weight=None, size_average=None, ignore_index: int = -100, reduce=None,
                 reduction: str = "mean"):
        super().__init__(weight, size_average, reduce, reduction)
        self.ignore_index = ignore_index

    def forward(self, input, target):
        return F.nll_loss(
            input, target, weight=self.weight, ignore_index=self.ignore_index, reduction=self.reduction
        )


NLLLoss2d = NLLLoss


class BCELoss(_WeightedLoss):
    r"""Binary cross entropy of probabilities between 0 and 1, as a sigmoid gives them.

    Formula: \ell = -(y \ln x + (1 - y) \ln(1 - x))
    Gradient:
        input: \tfrac{1}{n}\,\bar{L}\,\frac{x - y}{x\,(1 - x)}
    Shape: (*), (*) -> ()
    Args:
        weight: how much each value counts
        reduction: 'mean', 'sum' or 'none'
    Example:
        loss_fn = nn.BCELoss()
        probability = torch.tensor([0.9, 0.2], requires_grad=True)
        loss = loss_fn(probability, torch.tensor([1.0, 0.0]))
        loss.backward()
        print(loss)
        probability.grad
    """

    def forward(self, input, target):
        return F.binary_cross_entropy(input, target, weight=self.weight, reduction=self.reduction)


class BCEWithLogitsLoss(_Loss):
    r"""Binary cross entropy of scores: sigmoid and BCELoss in one, without losing precision.

    Formula: \ell = -(y \ln \sigma(x) + (1 - y) \ln(1 - \sigma(x)))
    Gradient:
        input: \tfrac{1}{n}\,\bar{L}\,(\sigma(x) - y)
    Shape: (*), (*) -> ()
    Args:
        weight: how much each value counts
        reduction: 'mean', 'sum' or 'none'
        pos_weight: how much more a positive counts than a negative
    Example:
        loss_fn = nn.BCEWithLogitsLoss()
        logit = torch.tensor([2.0, -1.0], requires_grad=True)
        loss = loss_fn(logit, torch.tensor([1.0, 0.0]))
        loss.backward()
        print(loss)
        logit.grad
    """

    def __init__(self, weight=None, size_average=None, reduce=None, reduction: str = "mean", pos_weight=None):
        super().__init__(size_average, reduce, reduction)
        self.register_buffer("weight", weight)
        self.register_buffer("pos_weight", pos_weight)

    def forward(self, input, target):
        return F.binary_cross_entropy_with_logits(
            input, target, self.weight, pos_weight=self.pos_weight, reduction=self.reduction
        )


class KLDivLoss(_Loss):
    r"""Kullback-Leibler divergence: how far the input, as log probabilities, is from the target distribution.

    Formula: \ell = y\,(\ln y - x)
    Gradient:
        input: -\tfrac{1}{n}\,\bar{L}\,y
    Shape: (*), (*) -> ()
    Args:
        reduction: 'mean' over all numbers, 'batchmean' (the sum over the batch size, which is the divergence itself), 'sum' or 'none'
        log_target: whether the target is given as logarithms too
    Example:
        loss_fn = nn.KLDivLoss(reduction="batchmean")
        log_q = torch.log_softmax(torch.tensor([[1.0, 2.0, 3.0]]), dim=1)
        p = torch.tensor([[0.2, 0.3, 0.5]])
        loss_fn(log_q, p)
    """

    def __init__(self, size_average=None, reduce=None, reduction: str = "mean", log_target: bool = False):
        super().__init__(size_average, reduce, reduction)
        self.log_target = log_target

    def forward(self, input, target):
        return F.kl_div(input, target, reduction=self.reduction, log_target=self.log_target)


class PoissonNLLLoss(_Loss):
    r"""Negative log likelihood of counts that follow a Poisson distribution.

    Formula: \ell = e^x - y x \quad (+ \ln(y!) \text{ with full}), \quad \text{or } x - y \ln(x + \epsilon) \text{ without log\_input}
    Gradient:
        input: \tfrac{1}{n}\,\bar{L}\,(e^x - y)
    Shape: (*), (*) -> ()
    Args:
        log_input: whether the input is the logarithm of the rate
        full: whether to add Stirling's estimate of ln(y!)
        eps: keeps the logarithm away from zero
        reduction: 'mean', 'sum' or 'none'
    Example:
        loss_fn = nn.PoissonNLLLoss()
        log_rate = torch.tensor([0.0, 1.0], requires_grad=True)
        loss = loss_fn(log_rate, torch.tensor([1.0, 3.0]))
        loss.backward()
        print(loss)
        log_rate.grad
    """

    def __init__(self, log_input: bool = True, full: bool = False, size_average=None, eps: float = 1e-8,
                 reduce=None, reduction: str = "mean"):
        super().__init__(size_average, reduce, reduction)
        self.log_input = log_input
        self.full = full
        self.eps = eps

    def forward(self, log_input, target):
        return F.poisson_nll_loss(
            log_input, target, log_input=self.log_input, full=self.full, eps=self.eps, reduction=self.reduction
        )


class GaussianNLLLoss(_Loss):
    r"""Negative log likelihood of a normal distribution whose mean and variance are both predicted.

    Formula: \ell = \tfrac{1}{2} \left(\ln v + \frac{(x - y)^2}{v}\right)
    Gradient:
        input: \tfrac{1}{n}\,\bar{L}\,\frac{x - y}{v}
        var: \tfrac{1}{2n}\,\bar{L} \left(\frac{1}{v} - \frac{(x - y)^2}{v^2}\right)
    Shape: (*), (*), (*) -> ()
    Args:
        full: whether to add the constant ln(2 pi) / 2
        eps: smallest variance
        reduction: 'mean', 'sum' or 'none'
    Example:
        loss_fn = nn.GaussianNLLLoss()
        mean = torch.tensor([1.0, 2.0], requires_grad=True)
        variance = torch.tensor([1.0, 4.0], requires_grad=True)
        loss = loss_fn(mean, torch.tensor([0.0, 0.0]), variance)
        loss.backward()
        print(loss)
        print(mean.grad)
        variance.grad
    """

    def __init__(self, *, full: bool = False, eps: float = 1e-6, reduction: str = "mean"):
        super().__init__(reduction=reduction)
        self.full = full
        self.eps = eps

    def forward(self, input, target, var):
        return F.gaussian_nll_loss(input, target, var, full=self.full, eps=self.eps, reduction=self.reduction)


class SoftMarginLoss(_Loss):
    r"""Logistic loss for labels 1 and -1.

    Formula: \ell = \ln(1 + e^{-y x})
    Gradient:
        input: -\tfrac{1}{n}\,\bar{L}\,\frac{y}{1 + e^{y x}}
    Shape: (*), (*) -> ()
    Args:
        reduction: 'mean', 'sum' or 'none'
    Example:
        loss_fn = nn.SoftMarginLoss()
        loss_fn(torch.tensor([2.0, -1.0]), torch.tensor([1.0, 1.0]))
    """

    def forward(self, input, target):
        return F.soft_margin_loss(input, target, reduction=self.reduction)


class MultiLabelSoftMarginLoss(_WeightedLoss):
    r"""Binary cross entropy of scores, averaged over the classes; several may be right at once.

    Formula: \ell = -\frac{1}{C} \sum_c \left(y_c \ln \sigma(x_c) + (1 - y_c) \ln \sigma(-x_c)\right)
    Gradient:
        input: \tfrac{1}{N C}\,\bar{L}\,(\sigma(x_c) - y_c)
    Shape: (N, C), (N, C) -> ()
    Args:
        weight: how much each class counts
        reduction: 'mean', 'sum' or 'none'
    Example:
        loss_fn = nn.MultiLabelSoftMarginLoss()
        loss_fn(torch.tensor([[2.0, -1.0, 0.0]]), torch.tensor([[1.0, 0.0, 1.0]]))
    """

    def forward(self, input, target):
        return F.multilabel_soft_margin_loss(input, target, weight=self.weight, reduction=self.reduction)


class HingeEmbeddingLoss(_Loss):
    r"""Distances should be small for label 1 and at least the margin for label -1.

    Formula: \ell = x \text{ if } y = 1, \text{ else } \max(0, m - x)
    Gradient:
        input: \tfrac{1}{n}\,\bar{L} \text{ if } y = 1, \quad -\tfrac{1}{n}\,\bar{L} \text{ if } y = -1 \text{ and } x < m, \text{ else } 0
    Shape: (*), (*) -> ()
    Args:
        margin: how far apart is far enough
        reduction: 'mean', 'sum' or 'none'
    Example:
        loss_fn = nn.HingeEmbeddingLoss()
        loss_fn(torch.tensor([0.5, 0.5]), torch.tensor([1.0, -1.0]))
    """

    def __init__(self, margin: float = 1.0, size_average=None, reduce=None, reduction: str = "mean"):
        super().__init__(size_average, reduce, reduction)
        self.margin = margin

    def forward(self, input, target):
        return F.hinge_embedding_loss(input, target, margin=self.margin, reduction=self.reduction)


class MarginRankingLoss(_Loss):
    r"""The first should rank above the second (label 1) or below it (label -1), by the margin.

    Formula: \ell = \max(0, -y\,(x_1 - x_2) + m)
    Gradient:
        input1: -\tfrac{1}{N}\,\bar{L}\,y \text{ where } \ell > 0, \text{ else } 0
        input2: \tfrac{1}{N}\,\bar{L}\,y \text{ where } \ell > 0, \text{ else } 0
    Shape: (N), (N), (N) -> ()
    Args:
        margin: by how much
        reduction: 'mean', 'sum' or 'none'
    Example:
        loss_fn = nn.MarginRankingLoss(margin=0.5)
        first = torch.tensor([1.0, 2.0])
        second = torch.tensor([0.8, 3.0])
        loss_fn(first, second, torch.tensor([1.0, 1.0]))  # 1: the first should be larger
    """

    def __init__(self, margin: float = 0.0, size_average=None, reduce=None, reduction: str = "mean"):
        super().__init__(size_average, reduce, reduction)
        self.margin = margin

    def forward(self, input1, input2, target):
        return F.margin_ranking_loss(input1, input2, target, margin=self.margin, reduction=self.reduction)


class CosineEmbeddingLoss(_Loss):
    r"""Vectors should point the same way (label 1) or apart (label -1).

    Formula: \ell = 1 - \cos(x_1, x_2) \text{ if } y = 1, \text{ else } \max(0, \cos(x_1, x_2) - m)
    Gradient:
        input1: \mp \tfrac{1}{N}\,\bar{L} \left(\frac{x_2}{\|x_1\| \|x_2\|} - \cos(x_1, x_2) \frac{x_1}{\|x_1\|^2}\right), \text{ minus if } y = 1, \text{ plus if } y = -1 \text{ and } \ell > 0
    Shape: (N, D), (N, D), (N) -> ()
    Args:
        margin: vectors whose cosine is below this count as apart
        reduction: 'mean', 'sum' or 'none'
    Example:
        loss_fn = nn.CosineEmbeddingLoss()
        a = torch.tensor([[1.0, 0.0], [1.0, 1.0]])
        b = torch.tensor([[0.0, 1.0], [1.0, 1.0]])
        loss_fn(a, b, torch.tensor([1.0, -1.0]))
    """

    def __init__(self, margin: float = 0.0, size_average=None, reduce=None, reduction: str = "mean"):
        super().__init__(size_average, reduce, reduction)
        self.margin = margin

    def forward(self, input1, input2, target):
        return F.cosine_embedding_loss(input1, input2, target, margin=self.margin, reduction=self.reduction)


class MultiMarginLoss(_WeightedLoss):
    r"""Hinge loss over classes: the right score should lead every other by the margin.

    Formula: \ell = \frac{1}{C} \sum_{c \ne y} \max(0, m - x_y + x_c)^p
    Gradient:
        input: \tfrac{p}{N C}\,\bar{L}\,\max(0, m - x_y + x_c)^{p - 1} \text{ where positive, for } c \ne y; \quad \bar{x}_y = -\textstyle\sum_{c \ne y} \bar{x}_c
    Shape: (N, C), (N) -> ()
    Args:
        p: the power, 1 or 2
        margin: by how much
        weight: how much each class counts
        reduction: 'mean', 'sum' or 'none'
    Example:
        loss_fn = nn.MultiMarginLoss()
        loss_fn(torch.tensor([[0.1, 0.2, 0.4, 0.8]]), torch.tensor([3]))
    """

    def __init__(self, p: int = 1, margin: float = 1.0, weight=None, size_average=None, reduce=None,
                 reduction: str = "mean"):
        super().__init__(weight, size_average, reduce, reduction)
        if p != 1 and p != 2:
            raise ValueError("only p == 1 and p == 2 supported")
        self.p = p
        self.margin = margin

    def forward(self, input, target):
        return F.multi_margin_loss(
            input, target, p=self.p, margin=self.margin, weight=self.weight, reduction=self.reduction
        )


class MultiLabelMarginLoss(_Loss):
    r"""Hinge loss where several classes may be right: each right score should lead each wrong one by 1.

    Formula: \ell = \frac{1}{C} \sum_{j \in Y} \sum_{i \notin Y} \max(0, 1 - (x_j - x_i))
    Gradient:
        input: \tfrac{1}{N C}\,\bar{L} \text{ to } x_i, \; -\tfrac{1}{N C}\,\bar{L} \text{ to } x_j, \text{ for each pair with } x_j - x_i < 1
    Shape: (N, C), (N, C) of class numbers, ended by -1 -> ()
    Args:
        reduction: 'mean', 'sum' or 'none'
    Example:
        loss_fn = nn.MultiLabelMarginLoss()
        scores = torch.tensor([[0.1, 0.2, 0.4, 0.8]])
        loss_fn(scores, torch.tensor([[3, 0, -1, 1]]))  # classes 3 and 0; -1 ends the list
    """

    def forward(self, input, target):
        return F.multilabel_margin_loss(input, target, reduction=self.reduction)


class TripletMarginLoss(_Loss):
    r"""An anchor should be nearer to the positive, which is like it, than to the negative, by the margin.

    Formula: \ell = \max(0, d(a, p) - d(a, n) + m)
    Gradient:
        anchor: \tfrac{1}{N}\,\bar{L} \left(\frac{a - p}{d(a, p)} - \frac{a - n}{d(a, n)}\right) \text{ where } \ell > 0
        positive: -\tfrac{1}{N}\,\bar{L}\,\frac{a - p}{d(a, p)} \text{ where } \ell > 0
        negative: \tfrac{1}{N}\,\bar{L}\,\frac{a - n}{d(a, n)} \text{ where } \ell > 0
    Shape: (N, D), (N, D), (N, D) -> ()
    Args:
        margin: by how much
        p: which norm measures the distance
        eps: keeps the root away from zero
        swap: whether to use the positive's distance to the negative where that is smaller
        reduction: 'mean', 'sum' or 'none'
    Paper: Balntas et al. 2016, Learning shallow convolutional feature descriptors with triplet losses
    Example:
        loss_fn = nn.TripletMarginLoss()
        anchor = torch.tensor([[0.0, 0.0]])
        loss_fn(anchor, torch.tensor([[1.0, 0.0]]), torch.tensor([[0.0, 1.5]]))
    """

    def __init__(self, margin: float = 1.0, p: float = 2.0, eps: float = 1e-6, swap: bool = False,
                 size_average=None, reduce=None, reduction: str = "mean"):
        super().__init__(size_average, reduce, reduction)
        if margin <= 0:
            raise ValueError(f"TripletMarginLoss: expected margin to be greater than 0, got {margin} instead")
        self.margin = margin
        self.p = p
        self.eps = eps
        self.swap = swap

    def forward(self, anchor, positive, negative):
        return F.triplet_margin_loss(
            anchor, positive, negative, margin=self.margin, p=self.p, eps=self.eps, swap=self.swap,
            reduction=self.reduction,
        )


class TripletMarginWithDistanceLoss(_Loss):
    r"""TripletMarginLoss with a distance of your own.

    Formula: \ell = \max(0, d(a, p) - d(a, n) + m)
    Gradient:
        anchor: \tfrac{1}{N}\,\bar{L} \left(\nabla_a d(a, p) - \nabla_a d(a, n)\right) \text{ where } \ell > 0
    Shape: (N, *), (N, *), (N, *) -> ()
    Args:
        distance_function: measures two batches; Euclidean if None
        margin: by how much
        swap: whether to use the positive's distance to the negative where that is smaller
        reduction: 'mean', 'sum' or 'none'
    Example:
        distance = lambda a, b: (a - b).abs().sum(dim=-1)
        loss_fn = nn.TripletMarginWithDistanceLoss(distance_function=distance)
        anchor = torch.tensor([[0.0, 0.0]])
        loss_fn(anchor, torch.tensor([[1.0, 0.0]]), torch.tensor([[0.0, 1.5]]))
    """

    def __init__(self, *, distance_function=None, margin: float = 1.0, swap: bool = False,
                 reduction: str = "mean"):
        super().__init__(reduction=reduction)
        if margin <= 0:
            raise ValueError(
                f"TripletMarginWithDistanceLoss: expected margin to be greater than 0, got {margin} instead"
            )
        self.distance_function = PairwiseDistance() if distance_function is None else distance_function
        self.margin = margin
        self.swap = swap

    def forward(self, anchor, positive, negative):
        return F.triplet_margin_with_distance_loss(
            anchor, positive, negative, distance_function=self.distance_function, margin=self.margin,
            swap=self.swap, reduction=self.reduction,
        )


class CTCLoss(_Loss):
    r"""Connectionist temporal classification: minus the log likelihood of a label sequence, summed over all its alignments in time.

    Formula: L = -\ln \sum_{\pi \in B^{-1}(y)} \prod_t p_t(\pi_t)
    Shape: (T, N, C) log probabilities, (N, S), (N), (N) -> ()
    Args:
        blank: number of the blank label
        reduction: 'mean', 'sum' or 'none'
        zero_infinity: whether infinite losses count as zero
    Paper: Graves et al. 2006, Connectionist Temporal Classification
    Example:
        loss_fn = nn.CTCLoss()
        log_probs = torch.full((4, 1, 3), 1 / 3).log()  # 4 steps, 1 sequence, blank and 2 letters
        target = torch.tensor([[1, 2]])
        loss_fn(log_probs, target, torch.tensor([4]), torch.tensor([2]))
    """

    def __init__(self, blank: int = 0, reduction: str = "mean", zero_infinity: bool = False):
        super().__init__(reduction=reduction)
        self.blank = blank
        self.zero_infinity = zero_infinity

    def forward(self, log_probs, targets, input_lengths, target_lengths):
        return F.ctc_loss(
            log_probs, targets, input_lengths, target_lengths, self.blank, self.reduction, self.zero_infinity
        )
