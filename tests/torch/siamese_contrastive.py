# Two inputs through one network: near if they belong together, a margin apart if not.
import torch
import torch.nn.functional as F
from torch import nn


class Siamese(nn.Module):
    def __init__(self):
        super().__init__()
        self.branch = nn.Sequential(nn.Linear(4, 16), nn.ReLU(), nn.Linear(16, 2))

    def forward(self, a, b):
        return self.branch(a), self.branch(b)


def contrastive(a, b, same, margin=1.0):
    distance = F.pairwise_distance(a, b)
    return (same * distance**2 + (1 - same) * F.relu(margin - distance) ** 2).mean(), distance


torch.manual_seed(0)
prototypes = torch.randn(3, 4) * 1.5
first, second = torch.randint(0, 3, (2, 60))
a = prototypes[first] + 0.3 * torch.randn(60, 4)
b = prototypes[second] + 0.3 * torch.randn(60, 4)
same = (first == second).float()
model = Siamese()
optimizer = torch.optim.RMSprop(model.parameters(), lr=0.005)
for step in range(100):
    loss, distance = contrastive(*model(a, b), same)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    if step % 25 == 0:
        print(step, loss.item())
print("together", distance[same == 1].mean().item(), "apart", distance[same == 0].mean().item())
print("accuracy", ((distance < 0.5) == same.bool()).float().mean())
out_a, out_b = model(a, b)
print(F.cosine_embedding_loss(out_a, out_b, same * 2 - 1, margin=0.2))
print(nn.HingeEmbeddingLoss(margin=1.0)(distance, same * 2 - 1))
