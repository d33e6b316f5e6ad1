import torch

for dtype in (torch.float32, torch.float64, torch.int64, torch.int32, torch.uint8, torch.bool):
    for shape in ((), (0,), (1,), (3,), (2, 3), (1, 2, 2), (2, 1, 2, 1), (0, 2)):
        count = 1
        for size in shape:
            count *= size
        print((torch.arange(count) * 1.25 - 1).abs().to(dtype).reshape(shape))
print(torch.tensor([1e-8, 1.0]), torch.tensor([1e5, 1.5]), torch.tensor([123456789.0]), torch.tensor([0.1 + 0.2], dtype=torch.float64))
print(torch.tensor([float("nan"), float("inf"), -1.0]), torch.tensor([1.0, 2.0, float("-inf")]), torch.tensor([[1.5, -20.25], [300.0, 0.0]]))
print(torch.arange(1001), torch.zeros(40, 40), torch.arange(30.0).reshape(2, 15), torch.linspace(0, 1, 25))
x = torch.tensor([[1.0, 2.0]], requires_grad=True)
print(x, x * 2, x.sum(), x.t(), x[0], x[0, 0], x.detach(), torch.nn.Parameter(torch.zeros(2)), x.exp().log().sin())
print(f"{x.sum()} {x.sum().item():.3f} {torch.tensor(3.14159):.2f} {torch.tensor(7):03d} {torch.tensor([1, 2])} {torch.tensor(True)}")
print("%s %d %.1f" % (torch.tensor([1]), torch.tensor(3), torch.tensor(2.5)), str(torch.tensor(1)), repr(torch.tensor([0.5])), [torch.tensor(1), torch.tensor([2.0])])
print({"a": torch.tensor(1.0)}, (torch.ones(1), torch.zeros(2)), torch.Size([2, 3]), torch.float32, torch.device("cpu"), torch.int64, x.dtype, x.shape, x.device)
torch.set_printoptions(precision=2, threshold=5, edgeitems=1, linewidth=40)
print(torch.arange(10.0) / 3, torch.rand(3, 3).shape, torch.tensor([1.23456]))
torch.set_printoptions(profile="full", sci_mode=False)
print(torch.tensor([1e-6, 1.0]), torch.arange(30))
torch.set_printoptions(profile="default", sci_mode=None)
print(torch.tensor([1e-6, 1.0]), torch.tensor([1e10]), torch.tensor(1e-10), torch.tensor(-0.0), torch.tensor([10000.5, 0.00001]))
