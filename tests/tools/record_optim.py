"""Records what real PyTorch's optimizers do: `reference-torch tests/tools/record_optim.py`.

Writes tests/data/optim.json. A row: optimizer, dtype, keyword arguments, start, gradient per step, parameter after each step.
"""

import json
import pathlib

import torch

BOTH = [{}, {"weight_decay": 0.1}, {"maximize": True}]
CASES = {
    "SGD": BOTH
    + [
        {"lr": 0.1, "momentum": 0.9},
        {"lr": 0.1, "momentum": 0.9, "nesterov": True},
        {"lr": 0.1, "momentum": 0.5, "dampening": 0.3},
        {"lr": 0.1, "momentum": 0.9, "nesterov": True, "weight_decay": 0.01, "maximize": True},
    ],
    "Adam": BOTH
    + [
        {"lr": 0.1, "amsgrad": True},
        {"lr": 0.05, "betas": [0.5, 0.9], "eps": 1e-3, "weight_decay": 0.2},
        {"lr": 0.05, "betas": [0.3, 0.9], "amsgrad": True, "maximize": True},
        {"lr": 0.05, "weight_decay": 0.2, "decoupled_weight_decay": True},
    ],
    "AdamW": BOTH + [{"lr": 0.1, "weight_decay": 0.3, "amsgrad": True}, {"lr": 0.1, "betas": [0.8, 0.8]}],
    "Adamax": BOTH + [{"lr": 0.1, "betas": [0.5, 0.7]}],
    "NAdam": BOTH
    + [{"lr": 0.1, "momentum_decay": 0.1}, {"lr": 0.1, "weight_decay": 0.2, "decoupled_weight_decay": True}],
    "RAdam": BOTH
    + [{"lr": 0.1, "betas": [0.9, 0.7]}, {"lr": 0.1, "weight_decay": 0.2, "decoupled_weight_decay": True}],
    "Adagrad": BOTH + [{"lr": 0.1, "lr_decay": 0.2, "initial_accumulator_value": 0.5}],
    "Adadelta": BOTH + [{"lr": 0.5, "rho": 0.7, "eps": 1e-3}],
    "RMSprop": BOTH
    + [
        {"lr": 0.1, "momentum": 0.9},
        {"lr": 0.1, "centered": True},
        {"lr": 0.1, "centered": True, "momentum": 0.5, "alpha": 0.6, "weight_decay": 0.1},
    ],
    "Rprop": [{}, {"maximize": True}, {"lr": 0.1, "etas": [0.4, 1.5], "step_sizes": [0.05, 0.2]}],
    "ASGD": BOTH + [{"lr": 0.1, "t0": 2, "lambd": 0.1, "alpha": 0.5}],
}

rows = []
torch.manual_seed(0)
for name, settings in CASES.items():
    for kwargs in settings:
        for dtype in (torch.float32, torch.float64):
            start = torch.randn(7, dtype=dtype)
            grads = torch.randn(8, 7, dtype=dtype)
            grads[3, 2] = 0
            param = start.clone().requires_grad_()
            arguments = {k: tuple(v) if isinstance(v, list) else v for k, v in kwargs.items()}
            optimizer = getattr(torch.optim, name)([param], **arguments)
            after = []
            for grad in grads:
                param.grad = grad.clone()
                optimizer.step()
                after.append(param.tolist())
            rows.append([name, str(dtype).removeprefix("torch."), kwargs, start.tolist(), grads.tolist(), after])

path = pathlib.Path(__file__).parents[1] / "data" / "optim.json"
path.write_text("[\n" + ",\n".join(json.dumps(row, separators=(",", ":")) for row in rows) + "\n]\n")
print(len(rows), "cases")
