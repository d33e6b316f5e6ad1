import torch
import torch.nn as nn
from safetensors import safe_open
from safetensors.torch import load_file, load_model, save_file, save_model

torch.manual_seed(0)
model = nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.Linear(3, 1))
save_file(model.state_dict(), "model.safetensors", metadata={"format": "pt"})
for name, tensor in sorted(load_file("model.safetensors").items()):
    print(name, tensor)

with safe_open("model.safetensors", framework="pt") as file:
    print(sorted(file.keys()), file.metadata(), file.get_tensor("0.bias"))

tied = nn.ModuleList([nn.Linear(2, 2), nn.Linear(2, 2)])
tied[1].weight = tied[0].weight
try:
    save_file(tied.state_dict(), "tied.safetensors")
except RuntimeError as error:
    print("RuntimeError", "share memory" in str(error))
save_model(tied, "tied.safetensors")
print(load_model(tied, "tied.safetensors"), tied[1].weight is tied[0].weight)
try:
    save_file({"turned": torch.ones(2, 3).t()}, "turned.safetensors")
except ValueError as error:
    print(error)
print(load_file("model.safetensors")["0.weight"].dtype)
