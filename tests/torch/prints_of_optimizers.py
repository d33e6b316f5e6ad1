import torch
from torch import optim

w = [torch.zeros(2, requires_grad=True)]
for make in (optim.SGD, optim.Adam, optim.AdamW, optim.Adamax, optim.NAdam, optim.RAdam, optim.Adagrad, optim.Adadelta, optim.RMSprop, optim.Rprop, optim.ASGD, optim.LBFGS):
    print(make(w, lr=0.1))
groups = optim.SGD([{"params": w}, {"params": [torch.ones(1, requires_grad=True)], "lr": 0.5, "name": "head"}], lr=0.1, momentum=0.9)
print(groups, len(groups.param_groups), groups.param_groups[1]["lr"], groups.param_groups[0]["momentum"])
groups.add_param_group({"params": torch.ones(2, requires_grad=True), "lr": 2.0})
print([g["lr"] for g in groups.param_groups], groups.state, groups.defaults["lr"], groups.state_dict())
print(torch.max(torch.tensor([[1.0, 5.0], [3.0, 2.0]]), dim=1), torch.min(torch.tensor([[1, 5], [3, 2]]), 0, keepdim=True))
print(torch.sort(torch.tensor([3.0, 1.0])), torch.topk(torch.tensor([1, 9, 4]), 2), torch.median(torch.tensor([[1.0, 2.0, 3.0]]), 1), torch.mode(torch.tensor([1, 1, 2])), torch.kthvalue(torch.tensor([5.0, 1.0]), 1), torch.cummax(torch.tensor([1, 3, 2]), 0), torch.aminmax(torch.tensor([1.0, 2.0])))
values, indices = torch.tensor([[4.0, 2.0]]).max(1)
result = torch.tensor([[4.0, 2.0]]).min(1)
print(values, indices, result.values, result.indices, result[0], type(result).__name__, torch.linalg.slogdet(torch.eye(2)), torch.linalg.eigh(torch.eye(2)))
print(torch.optim.lr_scheduler.StepLR(groups, 2).state_dict()["step_size"])
