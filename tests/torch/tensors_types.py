import torch

i = torch.tensor([1, 2, 3])
f = torch.tensor([0.5, 1.5, 2.5])
d = f.double()
print(i.dtype, f.dtype, d.dtype, (i + f).dtype, (f + d).dtype, (i / 2).dtype, (i // 2).dtype, (i > 1).dtype, (i * 2.5).dtype)
print(f.int(), f.long(), i.float(), i.bool(), f.to(torch.int64), i.to(torch.float64), i.type(torch.float32), d)
print(f.type(), i.type(), (i > 1).type(), i.sum().dtype, (i > 1).sum(), f.mean().dtype)
print(torch.get_default_dtype(), torch.float, torch.long, torch.double, torch.int32, torch.uint8)
print(i.is_floating_point(), f.is_floating_point(), torch.is_tensor(i), torch.is_tensor(3), isinstance(f, torch.Tensor))
print(i.device, f.device.type, torch.device("cpu"), torch.cuda.is_available(), f.cpu().device)
print(torch.tensor(3) / 2, torch.tensor(7) // 2, torch.tensor(-7) // 2, torch.tensor(7) % 3, torch.tensor(-7) % 3)
print(torch.tensor([1, 2]).float().requires_grad, f.numpy(), i.numpy().dtype, torch.from_numpy(f.numpy()))
print(torch.result_type(i, f), torch.promote_types(torch.int32, torch.float32), torch.finfo(torch.float32).eps)
