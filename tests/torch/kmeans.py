# Lloyd's algorithm with broadcasting only.
import torch

torch.manual_seed(1)
true = torch.tensor([[0.0, 0.0], [5.0, 5.0], [0.0, 5.0]])
points = torch.cat([c + torch.randn(30, 2) for c in true])
centers = points[torch.randperm(len(points))[:3]].clone()
for iteration in range(20):
    distance = (points[:, None, :] - centers[None]).pow(2).sum(-1)
    assigned = distance.argmin(dim=1)
    fresh = torch.stack([points[assigned == k].mean(0) for k in range(3)])
    moved = (fresh - centers).norm()
    centers = fresh
    if moved < 1e-4:
        break
print("iterations", iteration)
print(centers[centers[:, 0].argsort()])
print(torch.bincount(assigned, minlength=3).sort().values, distance.min(1).values.sum())
print(torch.cdist(points, centers).argmin(1).eq(assigned).all())
inertia = []
for k in (1, 2, 3, 4, 6):
    c = points[:k].clone()
    for _ in range(10):
        near = torch.cdist(points, c).argmin(1)
        total = torch.zeros(k, 2).index_add(0, near, points)
        count = torch.bincount(near, minlength=k).clamp(min=1)
        c = total / count[:, None]
    inertia.append(torch.cdist(points, c).min(dim=1).values.square().sum().item())
print([f"{i:.2f}" for i in inertia])
