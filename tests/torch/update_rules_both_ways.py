# Each update rule by its kernel and by its `update` in tensor ops: the same parameters and the same state.
import torch
from torch import optim

RULES = [
    (optim.SGD, dict(lr=0.1)), (optim.SGD, dict(lr=0.1, momentum=0.9)),
    (optim.SGD, dict(lr=0.1, momentum=0.9, nesterov=True, weight_decay=0.1)),
    (optim.SGD, dict(lr=0.1, momentum=0.5, dampening=0.3, maximize=True)),
    (optim.Adam, dict()), (optim.Adam, dict(lr=0.1, weight_decay=0.1)), (optim.Adam, dict(amsgrad=True, lr=0.1)),
    (optim.Adam, dict(lr=0.1, maximize=True, betas=(0.8, 0.9), eps=1e-3)),
    (optim.AdamW, dict(lr=0.1)), (optim.AdamW, dict(lr=0.1, amsgrad=True, weight_decay=0.3)),
    (optim.Adamax, dict(lr=0.1, weight_decay=0.1)), (optim.NAdam, dict(lr=0.1)),
    (optim.NAdam, dict(lr=0.1, weight_decay=0.1, decoupled_weight_decay=True)),
    (optim.RAdam, dict(lr=0.1, weight_decay=0.1)), (optim.RAdam, dict(lr=0.1, weight_decay=0.1, decoupled_weight_decay=True)),
    (optim.Adagrad, dict(lr=0.1, lr_decay=0.1, initial_accumulator_value=0.2)),
    (optim.Adadelta, dict(lr=0.5, weight_decay=0.1)), (optim.RMSprop, dict(lr=0.1)),
    (optim.RMSprop, dict(lr=0.1, momentum=0.9, centered=True, weight_decay=0.1)),
    (optim.Rprop, dict(lr=0.1)), (optim.ASGD, dict(lr=0.1, t0=2, weight_decay=0.1)),
    (optim.Adafactor, dict(lr=0.1)), (optim.LBFGS, dict(lr=0.5)),
]


def trained(rule, options, dtype):
    torch.manual_seed(0)
    weights = [torch.randn(3, 4, dtype=dtype, requires_grad=True), torch.randn(5, dtype=dtype, requires_grad=True)]
    optimizer = rule(weights, **options)

    def loss():
        optimizer.zero_grad()
        value = (weights[0].sin() ** 2).sum() + (weights[1] ** 3).mean()
        value.backward()
        return value

    for _ in range(8):
        if rule.__name__ == "LBFGS" or rule.__bases__[0].__name__ == "LBFGS":
            optimizer.step(loss)
        else:
            loss()
            optimizer.step()
    state = [value for weight in weights for value in optimizer.state[weight].values() if isinstance(value, torch.Tensor)]
    return weights + state


for rule, options in RULES:
    in_ops = type("InOps", (rule,), {"rule": None})
    for dtype in (torch.float32, torch.float64):
        pairs = list(zip(trained(rule, options, dtype), trained(in_ops, options, dtype)))
        close = all(torch.allclose(one, other, rtol=1e-5, atol=1e-6) for one, other in pairs)
        print(rule.__name__, options, dtype, len(pairs), close)
