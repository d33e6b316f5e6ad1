# Finding where a nan comes from.
import torch

print(torch.is_anomaly_enabled(), torch.is_anomaly_check_nan_enabled())
x = torch.tensor([4.0, -1.0], requires_grad=True)
y = (x.sqrt() * 0).sum()
try:
    with torch.autograd.detect_anomaly(check_nan=True):
        y = (x.sqrt() * 0).sum()
        y.backward()
except RuntimeError as error:
    print(error)
print(torch.is_anomaly_enabled(), x.grad)
torch.autograd.set_detect_anomaly(True)
try:
    (torch.tensor(0.0, requires_grad=True).pow(0.5) * 0).backward()
except RuntimeError as error:
    print(error)
torch.autograd.set_detect_anomaly(False)
w = torch.tensor([1.0, 0.0], requires_grad=True)
loss = (w / w).sum()
loss.backward()
print(loss, w.grad)
print(torch.isnan(w.grad).any().item(), torch.isfinite(w.grad))


def watch(name):
    def hook(grad):
        if not grad.isfinite().all():
            print(name, "got", grad)

    return hook


w.grad = None
a = w.log()
a.register_hook(watch("a"))
b = a * w
b.register_hook(watch("b"))
b.sum().backward()
print(w.grad)
