# Style as correlations between channels: an image is changed until its Gram matrix fits.
import torch
import torch.nn.functional as F

torch.manual_seed(0)
filters = torch.randn(6, 3, 3, 3) * 0.3


def features(image):
    return F.relu(F.conv2d(image, filters, padding=1))


def gram(maps):
    b, c, h, w = maps.size()
    flat = maps.view(b * c, h * w)
    return torch.mm(flat, flat.t()).div(b * c * h * w)


style = torch.rand(1, 3, 8, 8)
style[:, 0] = 0.9
wanted = gram(features(style)).detach()
content = torch.rand(1, 3, 8, 8)
kept = features(content).detach()
image = content.clone().requires_grad_(True)
optimizer = torch.optim.LBFGS([image], max_iter=8)
for step in range(3):
    def closure():
        optimizer.zero_grad()
        maps = features(image)
        loss = 50 * F.mse_loss(gram(maps), wanted) + 0.1 * F.mse_loss(maps, kept)
        loss.backward()
        return loss

    print(step, round(optimizer.step(closure).item(), 4))
    with torch.no_grad():
        image.clamp_(0, 1)
print(gram(features(image)).diagonal().round(decimals=2), wanted.diagonal().round(decimals=2))
print(torch.allclose(wanted, wanted.T), image.shape, image.min().item() >= 0)
