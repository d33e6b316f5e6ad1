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


from torch import optim
from torch.utils.data import DataLoader, Dataset, TensorDataset, random_split


class Uneven(Dataset):
    def __len__(self):
        return 3

    def __getitem__(self, i):
        return torch.ones(i + 1)


class NoItems(Dataset):
    def __len__(self):
        return 3


class Strange(Dataset):
    def __len__(self):
        return 2

    def __getitem__(self, i):
        return None


w = torch.ones(2, requires_grad=True)
model = nn.Linear(2, 1)
attempt("empty list", lambda: optim.SGD([], lr=0.1))
attempt("non-leaf", lambda: optim.SGD([w * 2], lr=0.1))
attempt("tensor", lambda: optim.SGD(w, lr=0.1))
attempt("module", lambda: optim.SGD(model, lr=0.1))
attempt("method", lambda: optim.SGD(model.parameters, lr=0.1))
attempt("learning rate", lambda: optim.SGD([w], lr=-1))
attempt("momentum", lambda: optim.SGD([w], lr=0.1, momentum=-1))
attempt("nesterov", lambda: optim.SGD([w], lr=0.1, nesterov=True))
attempt("weight decay", lambda: optim.Adam([w], weight_decay=-1))
attempt("betas", lambda: optim.Adam([w], betas=(1.5, 0.9)))
attempt("eps", lambda: optim.Adam([w], eps=-1.0))
attempt("keyword", lambda: optim.Adam([w], learning_rate=0.1))
attempt("twice the same", lambda: optim.SGD([{"params": [w]}, {"params": [w]}], lr=0.1))
attempt("not tensors", lambda: optim.SGD([1.0], lr=0.1))
attempt("closure", lambda: optim.LBFGS([w]).step())
attempt("groups", lambda: optim.LBFGS([{"params": [w]}, {"params": [torch.ones(1, requires_grad=True)]}]))
attempt("rho", lambda: optim.Adadelta([w], rho=2.0))
attempt("state dict", lambda: optim.SGD([w], lr=0.1).load_state_dict(optim.SGD(model.parameters(), lr=0.1).state_dict()))
attempt("scheduler of model", lambda: optim.lr_scheduler.StepLR(model, 2))
attempt("lambdas", lambda: optim.lr_scheduler.LambdaLR(optim.SGD([w], lr=0.1), [lambda e: 1, lambda e: 2]))
attempt("one cycle", lambda: optim.lr_scheduler.OneCycleLR(optim.SGD([w], lr=0.1), max_lr=1.0))
attempt("plateau mode", lambda: optim.lr_scheduler.ReduceLROnPlateau(optim.SGD([w], lr=0.1), mode="down"))
attempt("plateau metric", lambda: optim.lr_scheduler.ReduceLROnPlateau(optim.SGD([w], lr=0.1)).step())
attempt("uneven batch", lambda: list(DataLoader(Uneven(), batch_size=3)))
attempt("no __getitem__", lambda: list(DataLoader(NoItems())))
attempt("none in batch", lambda: list(DataLoader(Strange(), batch_size=2)))
attempt("batch size", lambda: DataLoader(Uneven(), batch_size=0))
attempt("sampler and shuffle", lambda: DataLoader(Uneven(), sampler=[0, 1], shuffle=True))
attempt("workers", lambda: DataLoader(Uneven(), num_workers=-1))
attempt("sizes", lambda: TensorDataset(torch.ones(2), torch.ones(3)))
attempt("split", lambda: random_split(range(10), [3, 3]))
attempt("fractions", lambda: random_split(range(10), [0.5, 0.6]))
attempt("clip none", lambda: print(nn.utils.clip_grad_norm_([w], 1.0)))
attempt("vector to parameters", lambda: nn.utils.vector_to_parameters([1.0], [w]))
attempt("init of vector", lambda: nn.init.xavier_uniform_(torch.ones(3)))
attempt("gain", lambda: nn.init.calculate_gain("swish"))
attempt("init mode", lambda: nn.init.kaiming_uniform_(torch.ones(2, 2), mode="fan"))
