import torch

a = torch.arange(24).reshape(2, 3, 4)
print(a.view(6, 4).shape, a.view(-1).shape, a.flatten(1).shape, a.permute(2, 0, 1).shape, a.transpose(0, 2).shape)
print(a.unsqueeze(0).shape, a[:1].squeeze().shape, a.squeeze(0).shape, a.expand(2, 3, 4).shape, a.mT.shape)
print(torch.cat([a, a]).shape, torch.cat((a, a), dim=2).shape, torch.stack([a, a], 1).shape)
print([t.shape for t in a.chunk(2, dim=2)], [t.shape for t in a.split(2, dim=1)], [t.shape for t in a.unbind(0)])
print(a[0], a[0, 1], a[0, 1, 2], a[:, 0], a[..., -1], a[:, ::2, 1:3], a[None].shape)
print(a[a > 20], a[torch.tensor([1, 0]), 0], a[:, [0, 2]].shape, a[1, torch.tensor([0, 1]), torch.tensor([2, 3])])
b = a.clone()
b[0, 0] = -1
b[b > 20] = 0
b[1, :, 0] = torch.tensor([7, 8, 9])
print(b)
print(a.numel(), a.dim(), len(a), a.ndim, a.is_contiguous(), a.T.is_contiguous() if a.dim() == 2 else a.transpose(0, 1).is_contiguous())
print(a.repeat(1, 2, 1).shape, torch.tile(torch.tensor([1, 2]), (2,)), a.flip(0)[0, 0], torch.roll(torch.arange(4), 1))
x, y = torch.meshgrid(torch.arange(2), torch.arange(3), indexing="ij")
print(x, y)
print(torch.vstack([torch.ones(2), torch.zeros(2)]), torch.hstack([torch.ones(2), torch.zeros(1)]))
v = torch.zeros(4)
v.view(2, 2)[0, 1] = 5
print(v, v.tolist(), a[0, 0].tolist(), torch.tensor(2.5).item(), int(torch.tensor(3)), float(torch.tensor(2)))
