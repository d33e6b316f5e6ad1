# Augmenting images by hand: flips, crops, erasing, noise, normalising.
import torch
import torch.nn.functional as F

torch.manual_seed(0)
images = torch.rand(4, 3, 6, 6)
mean = images.mean(dim=(0, 2, 3), keepdim=True)
std = images.std(dim=(0, 2, 3), keepdim=True)
normal = (images - mean) / std
print(normal.mean((0, 2, 3)).abs() < 1e-5, normal.std((0, 2, 3)).sub(1).abs() < 1e-4)
flipped = torch.where((torch.rand(4) < 0.5).view(-1, 1, 1, 1), images.flip(-1), images)
print([(flipped[i] == images[i]).all().item() for i in range(4)])


def random_crop(image, size, padding):
    padded = F.pad(image, (padding,) * 4, mode="reflect")
    top, left = torch.randint(0, padded.shape[-1] - size + 1, (2,)).tolist()
    return padded[..., top : top + size, left : left + size], (top, left)


crop, corner = random_crop(images, 6, 1)
print(crop.shape, corner, crop.sum())
holes = images.clone()
for i in range(4):
    y, x = torch.randint(0, 4, (2,))
    holes[i, :, y : y + 3, x : x + 3] = 0
print((holes == 0).sum((1, 2, 3)))
noisy = (images + 0.1 * torch.randn_like(images)).clamp_(0, 1)
print(noisy.min() >= 0, noisy.max() <= 1, (noisy - images).abs().mean())
grey = (images * torch.tensor([0.299, 0.587, 0.114]).view(3, 1, 1)).sum(1, keepdim=True)
print(grey.shape, grey.mean())
rotated = images.rot90(1, dims=(-2, -1))
print(torch.equal(rotated.rot90(3, (-2, -1)), images), torch.roll(images, 1, dims=-1)[0, 0, 0, 0] == images[0, 0, 0, -1])
small = F.interpolate(images, size=(3, 3), mode="bilinear", align_corners=False)
print(small.shape, small[0, 0], F.interpolate(images[:1, :1, :2, :2], scale_factor=2, mode="nearest"))
grid = images.permute(0, 2, 3, 1).reshape(2, 2, 6, 6, 3).transpose(1, 2).reshape(12, 12, 3)
print(grid.shape, torch.equal(grid[:6, :6], images[0].permute(1, 2, 0)), torch.equal(grid[6:, :6], images[2].permute(1, 2, 0)))
