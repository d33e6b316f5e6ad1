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


attempt("linear of ints", lambda: nn.Linear(2, 2)(torch.tensor([[1, 2]])))
attempt("linear of doubles", lambda: nn.Linear(2, 2)(torch.ones(1, 2, dtype=torch.float64)))
attempt("matmul int float", lambda: torch.ones(2, 2) @ torch.ones(2, 2).long())
attempt("cross entropy floats as classes", lambda: F.cross_entropy(torch.ones(2, 3), torch.tensor([1.0, 2.0])))
attempt("cross entropy int32", lambda: F.cross_entropy(torch.ones(2, 3), torch.tensor([1, 2], dtype=torch.int32)))
attempt("nll floats", lambda: F.nll_loss(torch.ones(2, 3), torch.tensor([1.0, 2.0])))
attempt("mse of ints needs grad", lambda: F.mse_loss(torch.tensor([1, 2]), torch.tensor([1, 2])))
attempt("bce ints", lambda: F.binary_cross_entropy(torch.tensor([0.5]), torch.tensor([1])))
attempt("bce logits ints", lambda: F.binary_cross_entropy_with_logits(torch.tensor([0.5]), torch.tensor([1])))
attempt("mean of ints", lambda: torch.tensor([1, 2, 3]).mean())
attempt("std of ints", lambda: torch.tensor([1, 2, 3]).std())
attempt("softmax of ints", lambda: torch.tensor([1, 2]).softmax(0))
attempt("grad of ints", lambda: torch.tensor([1, 2], requires_grad=True))
attempt("index by floats", lambda: torch.ones(3)[torch.tensor([0.0, 1.0])])
attempt("index by float", lambda: torch.ones(3)[1.0])
attempt("one_hot floats", lambda: F.one_hot(torch.tensor([1.0])))
attempt("in-place into ints", lambda: torch.tensor([1, 2]).add_(0.5))
attempt("in-place div ints", lambda: torch.tensor([1, 2]).div_(2))
attempt("tensor of strings", lambda: torch.tensor(["a", "b"]))
attempt("tensor of none", lambda: torch.tensor([None]))
attempt("ragged", lambda: torch.tensor([[1, 2], [3]]))
attempt("minus bool", lambda: torch.tensor([True]) - torch.tensor([True]))
attempt("negate bool", lambda: -torch.tensor([True]))
attempt("invert float", lambda: torch.bitwise_not(torch.ones(2)))
attempt("and floats", lambda: torch.ones(2) & torch.ones(2))
attempt("gather by int32", lambda: torch.ones(3).gather(0, torch.tensor([1], dtype=torch.int32)))
attempt("dropout p", lambda: nn.Dropout(1.5))
attempt("normal ints", lambda: torch.tensor([1, 2]).normal_())
attempt("rand ints", lambda: torch.rand(2, dtype=torch.int64))
attempt("tensor plus str", lambda: torch.ones(2) + "1")
attempt("str plus tensor", lambda: "1" + torch.ones(2))
attempt("list plus tensor", lambda: [1, 2] @ torch.ones(2))
attempt("tensor plus none", lambda: torch.ones(2) + None)
