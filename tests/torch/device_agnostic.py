# The lines with which a script picks its device, on a machine without a GPU.
import torch
from torch import nn

print(torch.cuda.is_available(), torch.cuda.device_count(), torch.backends.mps.is_available())
print(torch.accelerator.is_available(), torch.accelerator.current_accelerator(check_available=True))
device = torch.device("cuda" if torch.cuda.is_available() else "mps" if torch.backends.mps.is_available() else "cpu")
device_type = torch.accelerator.current_accelerator().type if torch.accelerator.is_available() else "cpu"
print(device, device.type, device.index, device == torch.device("cpu"), device_type)
print(torch.device("cuda:1"), torch.device("cuda", 0).index, repr(torch.device("mps")))
torch.manual_seed(1)
torch.cuda.manual_seed(1)
torch.cuda.manual_seed_all(1)
torch.backends.cudnn.benchmark = True
torch.backends.cudnn.deterministic = True
torch.backends.cuda.matmul.allow_tf32 = True
torch.backends.cudnn.allow_tf32 = True
model = nn.Linear(3, 2).to(device)
x = torch.ones(2, 3, device=device)
print(model(x).device, next(model.parameters()).device, x.is_cuda, x.cpu() is x, x.to(device) is x)
try:
    x.cuda()
except (AssertionError, RuntimeError) as error:
    print(type(error).__name__, str(error).split("\n")[0])
try:
    torch.zeros(1, device="cuda")
except (AssertionError, RuntimeError) as error:
    print(type(error).__name__, str(error).split("\n")[0])
try:
    torch.device("gpu")
except RuntimeError as error:
    print(str(error)[:60])
scaler = torch.amp.GradScaler("cuda", enabled=torch.cuda.is_available())
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
with torch.amp.autocast(device_type="cpu", enabled=False):
    loss = model(x).pow(2).mean()
scaler.scale(loss).backward()
scaler.step(optimizer)
scaler.update()
print(loss.dtype, scaler.is_enabled(), scaler.get_scale(), round(model.weight.sum().item(), 4))
print(torch.__version__.split("+")[0].split(".")[0], torch.get_default_dtype(), torch.get_num_threads() >= 1)
compiled = torch.compile(lambda x: x * 2) if False else (lambda x: x * 2)
print(compiled(x).sum(), x.data_ptr() == x.to("cpu").data_ptr(), x.to("cpu", copy=True) is x)
