import torch
from collections import OrderedDict
from torch import nn

torch.manual_seed(1)
model = nn.Sequential(nn.Linear(2, 4), nn.Tanh(), nn.Sequential(nn.Linear(4, 4), nn.ReLU()), nn.Linear(4, 1))
print(model, len(model), model[0], model[-1], model[1:3])
print(model(torch.ones(3, 2)))
named = nn.Sequential(OrderedDict([("first", nn.Linear(2, 2)), ("act", nn.Sigmoid())]))
print(named, named.first.weight)
layers = nn.ModuleList([nn.Linear(2, 2) for _ in range(3)])
layers.append(nn.ReLU())
print(layers, len(list(layers.parameters())))
table = nn.ModuleDict({"a": nn.Linear(1, 1), "b": nn.ReLU()})
print(table, list(table.keys()), "a" in table)
print(nn.ParameterList([nn.Parameter(torch.ones(2))]))
print([n for n, _ in model.named_parameters()])
print(nn.Conv2d(1, 8, 3, padding=1), nn.BatchNorm2d(8), nn.MaxPool2d(2), nn.LayerNorm(4), nn.Embedding(10, 3))
print(nn.LSTM(2, 3, batch_first=True), nn.GRU(2, 3), nn.CrossEntropyLoss(), nn.Flatten(), nn.Dropout(0.2), nn.LeakyReLU(0.1))
for module in (nn.GELU(), nn.ELU(), nn.Softmax(dim=1), nn.Softplus(), nn.MSELoss(), nn.Identity(), nn.Upsample(scale_factor=2)):
    print(module)
