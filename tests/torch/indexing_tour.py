import torch

x = torch.arange(24).reshape(2, 3, 4)
print(x[0], x[1, 2], x[:, 1], x[..., -1], x[0, :, 1:3], x[:, ::2, ::3])
print(x[[0, 1], [2, 0]], x[:, [0, 2], 1], x[torch.tensor([1, 0])].shape, x[x > 20], x[0][x[0] % 2 == 0])
print(x[None].shape, x[:, None, :, :].shape, x[..., None].shape, x[0, ..., 0], x[True].shape, x[-1, -1, -1].item())
y = torch.zeros(3, 4)
y[0] = 1
y[:, 1] = torch.tensor([5.0, 6.0, 7.0])
y[1, 2:] += 10
y[y == 0] = -1
y[[0, 2], [3, 0]] = torch.tensor([100.0, 200.0])
print(y)
y[torch.arange(3), torch.tensor([0, 1, 2])] *= 2
mask = torch.eye(3, 4).bool()
y[mask] = 0
print(y, y[~mask].shape, mask.nonzero(), mask.nonzero(as_tuple=True), torch.where(mask))
z = x.clone()
view = z[0, 1]
view += 100
print(z[0, 1], x[0, 1], view.data_ptr() != x.data_ptr(), z.storage_offset(), view.storage_offset())
print(torch.take(x, torch.tensor([0, 5])), x.flatten()[[1, -1]], torch.index_select(x, 2, torch.tensor([0, 3]))[0])
print(x.gather(2, torch.tensor([[[0], [1], [2]], [[3], [2], [1]]])).squeeze(-1), torch.masked_select(x, x < 3))
t = torch.zeros(3, 5).scatter_(1, torch.tensor([[0], [2], [4]]), 1.0)
print(t, t.scatter_add(0, torch.tensor([[0, 1, 2, 0, 1]]), torch.ones(1, 5)), t.index_add(0, torch.tensor([0, 0]), torch.ones(2, 5)))
a, b = x[0, 0], x[1, 0]
a, b = b.clone(), a.clone()
print(a, b, [row.sum().item() for row in x[0]], len(x), list(x.shape), x.size(), x.size(-1))
try:
    x[3]
except IndexError as error:
    print(error)
rows, cols = torch.meshgrid(torch.arange(2), torch.arange(3), indexing="ij")
print(x[rows, cols, 0], x.select(1, 0), x.narrow(2, 1, 2)[0], x.unfold(2, 2, 2)[0, 0])
