# Reading activations and gradients in the middle of a network, as for Grad-CAM.
import torch
import torch.nn.functional as F
from torch import nn

torch.manual_seed(0)
net = nn.Sequential(
    nn.Conv2d(1, 4, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(4, 6, 3, padding=1), nn.ReLU(),
    nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(6, 2),
)
seen, handles = {}, []


def keep(name):
    def hook(module, inputs, output):
        seen[name] = output.detach()

    return hook


for name, module in net.named_modules():
    if isinstance(module, (nn.Conv2d, nn.Linear)):
        handles.append(module.register_forward_hook(keep(name)))
x = torch.randn(2, 1, 8, 8)
net(x)
for name, value in seen.items():
    print(name, tuple(value.shape), f"{value.mean().item():.4f} {value.std().item():.4f} dead {(value <= 0).float().mean().item():.2f}")
for handle in handles:
    handle.remove()
seen.clear()
net(x)
print(seen)
grads = {}
forward = net[3].register_forward_hook(lambda m, i, o: seen.update(maps=o))
backward = net[3].register_full_backward_hook(lambda m, gi, go: grads.update(maps=go[0]))
score = net(x)[:, 1].sum()
score.backward()
weights = grads["maps"].mean(dim=(2, 3), keepdim=True)
cam = F.relu((weights * seen["maps"]).sum(1))
cam = cam / cam.amax(dim=(1, 2), keepdim=True).clamp(min=1e-8)
print(cam.shape, cam[0], cam.max())
forward.remove()
backward.remove()
saliency = torch.zeros(1, 1, 8, 8).copy_(x[:1]).requires_grad_()
net(saliency)[0, 0].backward()
print(saliency.grad.abs().amax().item() > 0, saliency.grad.shape)
doubled = net[7].register_forward_pre_hook(lambda m, args: (args[0] * 2,))
twice = net(x)
doubled.remove()
print(torch.allclose(twice - net[7].bias, 2 * (net(x) - net[7].bias), atol=1e-6))
