import torch
from torch import nn

torch.manual_seed(0)
model = nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.Linear(3, 1))
seen = []
handle = model[1].register_forward_hook(lambda module, args, output: seen.append((type(module).__name__, output.shape)))
model[0].register_forward_pre_hook(lambda module, args: print("before", args[0].shape))
model[2].register_full_backward_hook(lambda module, grad_in, grad_out: print("backward", grad_in[0].shape, grad_out))
x = torch.ones(4, 2)
model(x).sum().backward()
handle.remove()
model(x)
print(seen)
norms = {}
for name, p in model.named_parameters():
    p.register_hook(lambda g, name=name: norms.__setitem__(name, g.norm().item()))
model(x).mean().backward()
print({k: round(v, 5) for k, v in norms.items()})
