"""Averages of a model's weights over training."""

import copy
import itertools

import torch
from torch.nn.modules.module import Module
from .lr_scheduler import LRScheduler

__all__ = ["AveragedModel", "update_bn", "SWALR", "get_ema_multi_avg_fn", "get_swa_multi_avg_fn", "get_ema_avg_fn",
           "get_swa_avg_fn"]


def get_ema_avg_fn(decay=0.999):
    """The average that forgets: `decay` of it stays at each update."""
    if decay < 0.0 or decay > 1.0:
        raise ValueError(f"Invalid decay value {decay} provided. Please provide a value in [0,1] range.")

    @torch.no_grad()
    def ema_update(ema_param, current_param, num_averaged):
        return decay * ema_param + (1 - decay) * current_param

    return ema_update


def get_swa_avg_fn():
    """The plain mean of all updates."""
    @torch.no_grad()
    def swa_update(averaged_model_parameter, model_parameter, num_averaged):
        return averaged_model_parameter + (model_parameter - averaged_model_parameter) / (num_averaged + 1)

    return swa_update


def get_ema_multi_avg_fn(decay=0.999):
    """The same as `get_ema_avg_fn` for lists of parameters."""
    if decay < 0.0 or decay > 1.0:
        raise ValueError(f"Invalid decay value {decay} provided. Please provide a value in [0,1] range.")

    @torch.no_grad()
    def ema_update(ema_param_list, current_param_list, _):
        for average, current in zip(ema_param_list, current_param_list):
            average.lerp_(current, 1 - decay)

    return ema_update


def get_swa_multi_avg_fn():
    """The same as `get_swa_avg_fn` for lists of parameters."""
    @torch.no_grad()
    def swa_update(averaged_param_list, current_param_list, num_averaged):
        for average, current in zip(averaged_param_list, current_param_list):
            average.lerp_(current, 1 / (int(num_averaged) + 1))

    return swa_update


class AveragedModel(Module):
    r"""A copy of a model whose weights are the mean of those that `update_parameters` saw.

    Formula: \bar{w} \leftarrow \bar{w} + \frac{w - \bar{w}}{n + 1}
    Args:
        model: the model to average
        device: there is only the CPU here
        avg_fn: how a weight joins its average; the plain mean if None
        multi_avg_fn: the same for all weights at once
        use_buffers: whether buffers are averaged too
    Paper: Izmailov et al. 2018, Averaging Weights Leads to Wider Optima and Better Generalization
    Example:
        from torch.optim.swa_utils import AveragedModel

        model = nn.Linear(1, 1, bias=False)
        average = AveragedModel(model)
        for value in (1.0, 2.0, 6.0):
            nn.init.constant_(model.weight, value)
            average.update_parameters(model)
        average.module.weight
    """

    def __init__(self, model, device=None, avg_fn=None, multi_avg_fn=None, use_buffers=False):
        super().__init__()
        if avg_fn is not None and multi_avg_fn is not None:
            raise AssertionError("Only one of avg_fn and multi_avg_fn should be provided")
        self.module = copy.deepcopy(model)
        self.register_buffer("n_averaged", torch.tensor(0, dtype=torch.long))
        self.avg_fn = avg_fn
        self.multi_avg_fn = multi_avg_fn
        self.use_buffers = use_buffers

    def forward(self, *args, **kwargs):
        return self.module(*args, **kwargs)

    def _averaged(self, model):
        return [*model.parameters(), *model.buffers()] if self.use_buffers else list(model.parameters())

    def update_parameters(self, model):
        """Lets the weights of the model join the averages."""
        averages = [average.detach() for average in self._averaged(self.module)]
        currents = [current.detach() for current in self._averaged(model)]
        if self.n_averaged == 0:
            for average, current in zip(averages, currents):
                average.copy_(current)
        elif self.multi_avg_fn is not None:
            self.multi_avg_fn(averages, currents, self.n_averaged)
        else:
            avg_fn = self.avg_fn or get_swa_avg_fn()
            for average, current in zip(averages, currents):
                average.copy_(avg_fn(average, current, self.n_averaged))
        if not self.use_buffers:
            for average, current in zip(self.module.buffers(), model.buffers()):
                average.detach().copy_(current.detach())
        self.n_averaged += 1


@torch.no_grad()
def update_bn(loader, model, device=None):
    """Computes the running mean and variance of every BatchNorm anew, from one pass over the data."""
    momenta = {}
    for module in model.modules():
        if isinstance(module, torch.nn.modules.batchnorm._BatchNorm):
            module.reset_running_stats()
            momenta[module] = module.momentum
    if not momenta:
        return
    was_training = model.training
    model.train()
    for module in momenta:
        module.momentum = None
    for batch in loader:
        model(batch[0] if isinstance(batch, (list, tuple)) else batch)
    for module, momentum in momenta.items():
        module.momentum = momentum
    model.train(was_training)


class SWALR(LRScheduler):
    r"""Takes the learning rate to a constant one over some epochs, for averaging from there.

    Formula: \eta_t = \alpha\, \eta_{\text{swa}} + (1 - \alpha)\, \eta_0, \quad \alpha = \frac{1 - \cos(\pi t / T)}{2}
    Args:
        optimizer: the optimizer
        swa_lr: the constant learning rate, or one for each group
        anneal_epochs: how many epochs it takes
        anneal_strategy: 'cos' or 'linear'
        last_epoch: where to go on from
    Example:
        from torch.optim.swa_utils import SWALR

        optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=1.0)
        scheduler = SWALR(optimizer, swa_lr=0.1, anneal_epochs=3)
        for epoch in range(5):
            print(epoch, round(optimizer.param_groups[0]["lr"], 4))
            optimizer.step()
            scheduler.step()
    """

    def __init__(self, optimizer, swa_lr, anneal_epochs=10, anneal_strategy="cos", last_epoch=-1):
        rates = swa_lr if isinstance(swa_lr, (list, tuple)) else [swa_lr] * len(optimizer.param_groups)
        for group, rate in zip(optimizer.param_groups, rates):
            group["swa_lr"] = rate
        if anneal_strategy not in ("cos", "linear"):
            raise ValueError(f"anneal_strategy must by one of 'cos' or 'linear', instead got {anneal_strategy}")
        if not isinstance(anneal_epochs, int) or anneal_epochs < 0:
            raise ValueError(f"anneal_epochs must be equal or greater than 0, got {anneal_epochs}")
        self._strategy = anneal_strategy
        self.anneal_epochs = anneal_epochs
        super().__init__(optimizer, last_epoch)

    def _share(self, t):
        """How far the way to the constant rate has been gone, from 0 to 1."""
        if self._strategy == "linear":
            return t
        return (1 - torch.cos(torch.tensor(torch.pi * t, dtype=torch.float64)).item()) / 2

    def get_lr(self):
        step = self._step_count - 1
        if self.anneal_epochs == 0:
            step = max(1, step)
        before = self._share(max(0, min(1, (step - 1) / max(1, self.anneal_epochs))))
        now = self._share(max(0, min(1, step / max(1, self.anneal_epochs))))
        rates = []
        for group in self.optimizer.param_groups:
            start = group["swa_lr"] if before == 1 else (group["lr"] - before * group["swa_lr"]) / (1 - before)
            rates.append(group["swa_lr"] * now + start * (1 - now))
        return rates
