import torch
import torch.nn.functional as F
from torch import nn


def attempt(name, act):
    """What goes wrong: its kind and the first line of its message."""
    try:
        act()
        print(name, "- nothing")
    except Exception as error:
        print(f"{name} - {type(error).__name__}: {str(error).splitlines()[0]}")


attempt("class out of range", lambda: F.cross_entropy(torch.ones(2, 3), torch.tensor([0, 3])))
attempt("class negative", lambda: F.cross_entropy(torch.ones(2, 3), torch.tensor([0, -1])))
attempt("column of targets", lambda: F.cross_entropy(torch.ones(2, 3), torch.tensor([[0], [1]])))
attempt("one-hot integers", lambda: F.cross_entropy(torch.ones(2, 3), torch.tensor([[0, 1, 0], [1, 0, 0]])))
attempt("batch sizes", lambda: F.cross_entropy(torch.ones(2, 3), torch.tensor([0, 1, 2])))
attempt("swapped", lambda: F.cross_entropy(torch.tensor([0, 1]), torch.ones(2, 3)))
attempt("weights", lambda: F.cross_entropy(torch.ones(2, 3), torch.tensor([0, 1]), weight=torch.ones(2)))
attempt("nll range", lambda: F.nll_loss(torch.ones(2, 3), torch.tensor([0, 5])))
attempt("bce outside", lambda: F.binary_cross_entropy(torch.tensor([1.5]), torch.tensor([1.0])))
attempt("bce shapes", lambda: F.binary_cross_entropy(torch.full((2, 1), 0.5), torch.ones(2)))
attempt("bce logits shapes", lambda: F.binary_cross_entropy_with_logits(torch.ones(2, 1), torch.ones(2)))
attempt("mse shapes", lambda: F.mse_loss(torch.ones(2, 3), torch.ones(2, 4)))
attempt("l1 shapes", lambda: F.l1_loss(torch.ones(3), torch.ones(2)))
attempt("reduction", lambda: F.mse_loss(torch.ones(2), torch.ones(2), reduction="average"))
attempt("label smoothing", lambda: nn.CrossEntropyLoss(label_smoothing=2.0)(torch.ones(1, 2), torch.tensor([0])))
attempt("class given to loss", lambda: nn.MSELoss(torch.ones(2), torch.ones(2)).backward())
attempt("module as loss", lambda: nn.CrossEntropyLoss(torch.ones(2, 3), torch.tensor([0, 1])).item())
attempt("none as target", lambda: F.mse_loss(torch.ones(2), None))
attempt("missing target", lambda: nn.MSELoss()(torch.ones(2)))
attempt("cosine", lambda: F.cosine_similarity(torch.ones(2, 3), torch.ones(2, 4)))
attempt("margin", lambda: F.margin_ranking_loss(torch.ones(2), torch.ones(3), torch.ones(2)))
attempt("huber delta", lambda: F.huber_loss(torch.ones(2), torch.ones(2), delta=-1.0))
