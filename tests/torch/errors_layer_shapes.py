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


torch.manual_seed(0)
x = torch.ones
attempt("linear", lambda: nn.Linear(10, 5)(x(3, 8)))
attempt("linear, 3-D", lambda: nn.Linear(10, 5)(x(3, 2, 8)))
attempt("linear, 1-D", lambda: nn.Linear(10, 5)(x(8)))
attempt("two linears", lambda: nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(4, 2))(x(1, 4)))
attempt("conv channels", lambda: nn.Conv2d(3, 6, 3)(x(1, 1, 8, 8)))
attempt("conv 2-D input", lambda: nn.Conv2d(3, 6, 3)(x(8, 8)))
attempt("conv kernel too large", lambda: nn.Conv2d(1, 2, 5)(x(1, 1, 3, 3)))
attempt("conv1d channels", lambda: nn.Conv1d(4, 2, 3)(x(2, 3, 10)))
attempt("conv after flatten", lambda: nn.Sequential(nn.Flatten(), nn.Conv2d(1, 2, 3))(x(2, 1, 4, 4)))
attempt("flatten forgotten", lambda: nn.Sequential(nn.Conv2d(1, 2, 3), nn.Linear(8, 2))(x(1, 1, 4, 4)))
attempt("batchnorm1d features", lambda: nn.BatchNorm1d(4)(x(3, 5)))
attempt("batchnorm1d 4-D", lambda: nn.BatchNorm1d(4)(x(1, 4, 2, 2)))
attempt("batchnorm2d 2-D", lambda: nn.BatchNorm2d(4)(x(3, 4)))
attempt("batchnorm one value", lambda: nn.BatchNorm1d(3)(x(1, 3)))
attempt("layernorm", lambda: nn.LayerNorm(4)(x(2, 3)))
attempt("groupnorm", lambda: nn.GroupNorm(3, 4))
attempt("maxpool too large", lambda: nn.MaxPool2d(4)(x(1, 1, 2, 2)))
attempt("maxpool 2-D", lambda: nn.MaxPool2d(2)(x(4, 4)))
attempt("embedding range", lambda: nn.Embedding(10, 3)(torch.tensor([1, 10])))
attempt("embedding negative", lambda: nn.Embedding(10, 3)(torch.tensor([-1])))
attempt("embedding floats", lambda: nn.Embedding(10, 3)(torch.tensor([1.0])))
attempt("lstm input size", lambda: nn.LSTM(4, 5)(x(3, 2, 6)))
attempt("rnn 4-D", lambda: nn.RNN(4, 5)(x(3, 2, 6, 4)))
attempt("gru hidden", lambda: nn.GRU(4, 5)(x(3, 2, 4), x(1, 3, 5)))
attempt("attention heads", lambda: nn.MultiheadAttention(10, 3))
attempt("attention width", lambda: nn.MultiheadAttention(8, 2)(x(3, 1, 6), x(3, 1, 6), x(3, 1, 6)))
attempt("unflatten", lambda: nn.Unflatten(1, (2, 3))(x(1, 5)))
attempt("pixel shuffle", lambda: nn.PixelShuffle(2)(x(1, 3, 2, 2)))
attempt("bilinear", lambda: nn.Bilinear(2, 3, 1)(x(1, 2), x(1, 4)))
attempt("rnn cell", lambda: nn.RNNCell(3, 2)(x(1, 4)))
