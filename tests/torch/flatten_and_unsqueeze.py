# Adding, removing and merging dimensions, each with the shape that it gives.
import torch

x = torch.arange(24).reshape(2, 3, 4)
for name, t in {
    "flatten": torch.flatten(x),
    "flatten 1": torch.flatten(x, 1),
    "flatten 0-1": x.flatten(0, 1),
    "unsqueeze": torch.unsqueeze(x, 1),
    "unsqueeze -1": torch.unsqueeze(x, dim=-1),
    "none": x[:, None, ..., None],
    "squeeze": torch.ones(1, 2, 1).squeeze(),
    "squeeze 0": torch.ones(1, 2, 1).squeeze(0),
    "unflatten": x.unflatten(-1, (2, 2)),
    "view": x.view(6, -1),
    "permute": x.permute(2, 0, 1),
    "swapaxes": x.swapaxes(0, 2),
    "movedim": x.movedim(0, -1),
    "expand": x[:, :1].expand(-1, 5, -1),
    "tile": x.tile(2, 1),
    "repeat": x.repeat(2, 1, 1),
    "mT": x.mT,
    "ravel": x.ravel(),
    "broadcast": torch.broadcast_to(torch.ones(4), (2, 3, 4)),
    "atleast": torch.atleast_3d(torch.ones(2)),
}.items():
    print(f"{name:13}", tuple(t.shape), t.stride(), t.is_contiguous(), t.numel())
y = x.transpose(0, 1)
try:
    y.view(-1)
except RuntimeError as error:
    print(error)
print(y.reshape(-1)[:6], y.contiguous().view(-1)[:6], y.contiguous(memory_format=torch.contiguous_format).stride(), torch.zeros_like(x, memory_format=torch.preserve_format).stride())
print(torch.stack([x, x]).shape, torch.cat([x, x], dim=1).shape, torch.hstack([x, x]).shape, torch.vstack([x, x]).shape, torch.dstack([x, x]).shape)
print([t.shape for t in x.split([1, 3], dim=2)], [t.shape for t in torch.chunk(x, 3, dim=1)], [t.shape for t in x.tensor_split(3, dim=2)])
print(x.storage_offset(), x[1].storage_offset(), x[1, 2:].storage_offset(), x.untyped_storage().nbytes(), x.nelement())
z = x[0]
z[0, 0] = 99
print(x[0, 0, 0], x.clone()[0, 0, 0].fill_(1), x[0, 0, 0], z.data_ptr() == x.data_ptr())
print(torch.squeeze(torch.ones(2, 1, 3), 1).size(), x.size(-1), x.dim(), x.ndim, len(x), torch.Size([2, 3]) + (4,))
