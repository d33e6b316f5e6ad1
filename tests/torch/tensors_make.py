import torch

print(torch.tensor([1, 2, 3]), torch.tensor([[1.5, 2], [3, 4]]), torch.tensor(7), torch.tensor(True))
print(torch.zeros(2, 3), torch.ones((2,)), torch.full((2, 2), 7.5), torch.empty(0))
print(torch.arange(5), torch.arange(1, 2, 0.25), torch.arange(5, 0, -2), torch.linspace(0, 1, 5))
print(torch.eye(3), torch.zeros_like(torch.ones(2)), torch.ones_like(torch.tensor([1, 2])))
print(torch.tensor([1, 2], dtype=torch.float64), torch.tensor([0.1, 1e-8, 1e8]))
print(torch.tensor([[1, 2, 3], [4, 5, 6]]).shape, torch.tensor(3.0).shape, torch.ones(2, 3).size(1))
print(torch.tensor([True, False]), torch.tensor([float("nan"), float("inf"), -1]))
print(torch.FloatTensor([1, 2]), torch.LongTensor([3]), torch.Tensor([1, 2]).dtype, torch.Tensor(2, 3).shape)
print(torch.full_like(torch.ones(2, 2), 3), torch.logspace(0, 2, 3), torch.tril(torch.ones(3, 3)), torch.triu(torch.ones(2, 2)))
