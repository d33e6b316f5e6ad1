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


attempt("zeros of str", lambda: torch.zeros("2"))
attempt("zeros negative", lambda: torch.zeros(-1))
attempt("zeros float", lambda: torch.zeros(2.0))
attempt("attribute", lambda: torch.ones(2).lenght)
attempt("item of three", lambda: torch.ones(3).item())
attempt("arange step", lambda: torch.arange(0, 5, -1))
attempt("linspace steps", lambda: torch.linspace(0, 1, -1))
attempt("stack of lists", lambda: torch.stack([[1.0], [2.0]]))
attempt("exp of float", lambda: torch.exp(1.0))
attempt("relu of list", lambda: F.relu([1.0]))
attempt("mm of list", lambda: torch.mm([[1.0]], torch.ones(1, 1)))
attempt("max of list", lambda: torch.max([1, 2]))
attempt("from_numpy of list", lambda: torch.from_numpy([1, 2]))
attempt("two values", lambda: torch.tensor(1, 2))
attempt("seed", lambda: torch.manual_seed("a"))
attempt("dropout", lambda: F.dropout(torch.ones(2), p=2.0))
attempt("softmax dim", lambda: F.softmax(torch.ones(2), dim=1))
attempt("one hot", lambda: F.one_hot(torch.tensor([3]), num_classes=2))
attempt("one hot negative", lambda: F.one_hot(torch.tensor([-1])))
attempt("interpolate", lambda: F.interpolate(torch.ones(1, 1, 2, 2)))
attempt("pad", lambda: F.pad(torch.ones(1, 2), (1,)))
attempt("pad mode", lambda: F.pad(torch.ones(1, 1, 2), (1, 1), mode="mirror"))
attempt("bernoulli", lambda: torch.bernoulli(torch.tensor([1.5])))
attempt("multinomial negative", lambda: torch.multinomial(torch.tensor([-1.0, 2.0]), 1))
attempt("multinomial zeros", lambda: torch.multinomial(torch.zeros(2), 1))
attempt("clamp", lambda: torch.ones(2).clamp())
attempt("division by zero", lambda: torch.tensor([1]) // torch.tensor([0]))
attempt("negative power", lambda: torch.tensor([2]) ** -1)
attempt("bincount", lambda: torch.bincount(torch.tensor([-1])))
attempt("flatten", lambda: torch.ones(2, 3).flatten(1, 0))
attempt("where", lambda: torch.where(torch.ones(2), 1, 2))
attempt("masked", lambda: torch.ones(2).masked_fill(torch.ones(2), 0))
attempt("scatter", lambda: torch.zeros(2).scatter_(0, torch.tensor([5]), 1.0))
attempt("index_select", lambda: torch.ones(2).index_select(0, torch.tensor([3])))
attempt("to", lambda: torch.ones(2).to("float32"))
attempt("numpy of list", lambda: torch.as_tensor({"a": 1}))
attempt("chunk", lambda: torch.ones(2).chunk(0))
attempt("cdist", lambda: torch.cdist(torch.ones(2, 3), torch.ones(2, 4)))
