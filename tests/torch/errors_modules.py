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


class NoSuper(nn.Module):
    def __init__(self):
        self.layer = nn.Linear(2, 2)


class NoForward(nn.Module):
    pass


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.first = nn.Linear(2, 3)
        self.second = nn.Linear(3, 1)

    def forward(self, x):
        return self.third(x)


net = Net()
attempt("super forgotten", NoSuper)
attempt("forward forgotten", lambda: NoForward()(torch.ones(2)))
attempt("attribute", lambda: net(torch.ones(2)))
attempt("unknown attribute", lambda: net.weight)
attempt("no input", lambda: net())
attempt("too many inputs", lambda: nn.Linear(2, 2)(torch.ones(2), torch.ones(2)))
attempt("list as input", lambda: nn.Linear(2, 2)([1.0, 2.0]))
attempt("missing key", lambda: net.load_state_dict({}))
attempt("unexpected key", lambda: net.first.load_state_dict({**net.first.state_dict(), "extra": torch.ones(1)}))
attempt("size of key", lambda: net.first.load_state_dict(nn.Linear(5, 3).state_dict()))
attempt("not a dict", lambda: net.load_state_dict(3))
attempt("sequential of list", lambda: nn.Sequential([nn.Linear(2, 2)]))
attempt("module list called", lambda: nn.ModuleList([nn.Linear(2, 2)])(torch.ones(2)))
attempt("module list index", lambda: nn.ModuleList([nn.Linear(2, 2)])[3])
attempt("module list of int", lambda: nn.ModuleList([3]))
attempt("sequential index", lambda: nn.Sequential(nn.ReLU())[2])
attempt("tensor as parameter", lambda: net.first.__setattr__("weight", torch.ones(3, 2)))
attempt("register parameter", lambda: net.register_parameter("x", torch.ones(2)))
attempt("register buffer", lambda: net.register_buffer("first", torch.ones(2)))
attempt("buffer kind", lambda: net.register_buffer("b", [1, 2]))
attempt("dot in name", lambda: net.add_module("a.b", nn.ReLU()))
attempt("module kind", lambda: net.add_module("a", 3))
attempt("linear argument", lambda: nn.Linear(2, 2, 2, 2, 2, 2))
attempt("linear keyword", lambda: nn.Linear(2, 2, activation="relu"))
attempt("linear missing", lambda: nn.Linear(2))
attempt("conv missing", lambda: nn.Conv2d(1, 2))
attempt("conv groups", lambda: nn.Conv2d(3, 4, 3, groups=2))
attempt("conv stride same", lambda: nn.Conv2d(1, 1, 3, padding="same", stride=2))
attempt("lstm layers", lambda: nn.LSTM(2, 3, num_layers=0))
attempt("rnn nonlinearity", lambda: nn.RNN(2, 3, nonlinearity="gelu"))
attempt("dropout", lambda: nn.Dropout(-1))
attempt("train", lambda: net.train("yes"))
attempt("get_submodule", lambda: net.get_submodule("third"))
attempt("get_parameter", lambda: net.get_parameter("first.weights"))
attempt("encoder activation", lambda: nn.TransformerEncoderLayer(4, 2, activation="swish"))
attempt("to cuda", lambda: net.to("cuda"))
attempt("cuda", lambda: net.cuda())
attempt("tensor cuda", lambda: torch.ones(2).cuda())
attempt("device", lambda: torch.device("gpu"))
attempt("ones on cuda", lambda: torch.ones(2, device="cuda"))
