"""AdamW."""

from .adam import Adam


class AdamW(Adam):
    r"""Adam whose weight decay pulls at the weights directly instead of passing through the averages.

    Formula: w \leftarrow w - \eta \lambda w - \eta\, \frac{\hat m}{\sqrt{\hat v} + \epsilon}
    Args:
        params: the parameters to move
        lr: learning rate, about how far each number goes in one step
        betas: how slowly the averages of gradient and squared gradient forget
        eps: keeps the division away from zero
        weight_decay: how much every weight is pulled towards zero
        amsgrad: whether to divide by the largest size so far
        maximize: whether to go up instead of down
    Paper: Loshchilov and Hutter 2017, Decoupled Weight Decay Regularization
    Example:
        optim.AdamW([w], lr=0.1, weight_decay=0.01)
    """

    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=1e-2, amsgrad=False, *,
                 maximize=False, foreach=None, capturable=False, differentiable=False, fused=None):
        super().__init__(params, lr, betas, eps, weight_decay, amsgrad, foreach=foreach, maximize=maximize,
                         capturable=capturable, differentiable=differentiable, fused=fused,
                         decoupled_weight_decay=True)
