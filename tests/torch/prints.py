import torch

torch.manual_seed(0)
print(torch.randn(3, 4) * 1000, torch.tensor([1e-5, 1.0]), torch.tensor([1.0, 10.5, 100.25]), torch.arange(2000))
print(torch.ones(2, 2, 2), torch.tensor([[]]), torch.tensor(1.5), torch.tensor([1e10, 1.0]), torch.zeros(0, 3))
print(torch.randn(40, 30), torch.tensor([-1.0, 2.0]), torch.tensor([[1, 20], [300, 4]]))
x = torch.tensor([1.0, 2.0], requires_grad=True)
print(x, x * 2, x.sum(), (x @ x), x.view(2, 1), x.clone(), x.detach(), x[0], x.reshape(1, 2), torch.stack([x, x]))
print(f"{x.sum():.2f} {x.sum().item():.3f} {torch.tensor(3)} {torch.tensor([1, 2])}", str(torch.tensor(2.0)), repr(torch.ones(1)))
torch.set_printoptions(precision=2, sci_mode=False)
print(torch.tensor([1.23456, 1e-7]))
torch.set_printoptions(profile="default")
print(torch.tensor([1.23456]), torch.float32, torch.Size([1, 2]), x.shape, [x.shape], torch.tensor([True]))
print(torch.max(torch.tensor([[1.0, 3.0]]), dim=1), torch.return_types if False else "", torch.tensor([1, 2]).sort(descending=True))
