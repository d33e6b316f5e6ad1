# Anchor, positive, negative: the distances should differ by a margin.
import torch
import torch.nn.functional as F
from torch import nn

torch.manual_seed(0)
labels = torch.arange(4).repeat(6)
x = F.one_hot(labels, 4).float() + 0.4 * torch.randn(24, 4)
embed = nn.Sequential(nn.Linear(4, 10), nn.ReLU(), nn.Linear(10, 3))
optimizer = torch.optim.Adam(embed.parameters(), lr=0.02)


criterion = nn.TripletMarginLoss(margin=0.5)
for step in range(60):
    vectors = F.normalize(embed(x), dim=1)
    positive = torch.arange(24).roll(4)
    negative = torch.randperm(24)
    negative = torch.where(labels[negative] == labels, (negative + 1) % 24, negative)
    loss = criterion(vectors, vectors[positive], vectors[negative])
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    if step % 20 == 0:
        print(step, f"{loss.item():.4f}", positive[:4].tolist(), negative[:4].tolist())
vectors = F.normalize(embed(x), dim=1)
similarity = vectors @ vectors.T
similarity.fill_diagonal_(-1.0)
print("nearest neighbour right:", (labels[similarity.argmax(1)] == labels).float().mean())
swapped = nn.TripletMarginLoss(margin=1.0, p=1, swap=True, reduction="sum")
print(swapped(vectors[:4], vectors[4:8], vectors[1:5]))
distance = nn.TripletMarginWithDistanceLoss(distance_function=lambda a, b: 1 - F.cosine_similarity(a, b))
print(distance(vectors[:4], vectors[4:8], vectors[1:5]))
