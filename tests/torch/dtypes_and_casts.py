# What a tensor's type is, what comes out of mixing types, and what a cast does to the numbers.
import torch

for dtype in (torch.float32, torch.float64, torch.int64, torch.int32, torch.uint8, torch.bool):
    t = torch.ones(2).to(dtype)
    print(dtype, t.element_size(), t.type(), dtype.is_floating_point, dtype.is_signed)
x = torch.tensor([1.9, -1.9, 255.5])
print(x.int(), x.long(), x.bool(), x[:1].byte(), x.double(), x.to(torch.int32))
print(x.type(torch.LongTensor), x.type("torch.DoubleTensor"), x.type_as(torch.ones(1, dtype=torch.int64)))
a, b, c = torch.tensor([1, 2]), torch.tensor([1.5, 2.5]), torch.tensor(2.0, dtype=torch.float64)
print((a + b).dtype, (a * 2.0).dtype, (b + c).dtype, (a / 2).dtype, (a // 2).dtype, (a > 1).dtype)
print(torch.result_type(a, 1.0), torch.promote_types(torch.int32, torch.uint8), torch.can_cast(torch.float32, torch.int32))
print((torch.tensor([True, False]) + 1).dtype, torch.tensor([True, True]).sum(), torch.ones(2, dtype=torch.bool) * 0.5)
print(torch.arange(3).dtype, torch.arange(3.0).dtype, torch.tensor([1, 2.0]).dtype, torch.full((1,), True).dtype)
print(torch.FloatTensor([1, 2]), torch.LongTensor([3]), torch.IntTensor(2).shape, torch.DoubleTensor([0.5]), torch.BoolTensor([1, 0]))
print(torch.float is torch.float32, torch.long is torch.int64, torch.double, torch.int, torch.half, torch.int8, torch.int16, torch.bfloat16, torch.float16)
torch.set_default_dtype(torch.float64)
print(torch.ones(1), torch.tensor([0.1]).dtype, torch.rand(1).dtype)
torch.set_default_dtype(torch.float32)
u = torch.tensor([250, 10], dtype=torch.uint8)
print(u + 10, u - 20, -torch.tensor([1], dtype=torch.int32), ~torch.tensor([5]), u.float() / 255)
print(torch.tensor(7) // -2, torch.tensor(7) % -2, torch.tensor(7).fmod(-2), torch.multiply(a, 3), torch.tensor([5, 6]) ** 2)
try:
    a += 0.5
except RuntimeError as error:
    print(error)
print(torch.range(1, 4), torch.is_tensor(3), torch.is_floating_point(b), b.is_floating_point(), a.is_complex())
