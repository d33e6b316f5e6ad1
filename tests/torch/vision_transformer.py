# An image as a sequence of patches, with a class token.
import torch
from torch import nn


class ViT(nn.Module):
    def __init__(self, size=8, patch=4, width=16, depth=2, heads=4, classes=3):
        super().__init__()
        self.patches = nn.Conv2d(1, width, patch, stride=patch)
        count = (size // patch) ** 2
        self.token = nn.Parameter(torch.zeros(1, 1, width))
        self.position = nn.Parameter(torch.zeros(1, count + 1, width))
        nn.init.trunc_normal_(self.position, std=0.02)
        layer = nn.TransformerEncoderLayer(width, heads, 32, dropout=0.0, activation="gelu", batch_first=True, norm_first=True)
        self.encoder = nn.TransformerEncoder(layer, depth, enable_nested_tensor=False)
        self.norm = nn.LayerNorm(width)
        self.head = nn.Linear(width, classes)

    def forward(self, x):
        x = self.patches(x).flatten(2).transpose(1, 2)
        x = torch.cat([self.token.expand(x.shape[0], -1, -1), x], dim=1) + self.position
        return self.head(self.norm(self.encoder(x))[:, 0])


torch.manual_seed(0)
model = ViT()
print(sum(p.numel() for p in model.parameters()), [n for n, _ in model.named_children()])
labels = torch.randint(0, 3, (24,))
images = 0.3 * torch.randn(24, 1, 8, 8)
for i, label in enumerate(labels.tolist()):
    images[i, 0, label * 2 : label * 2 + 3] += 1
optimizer = torch.optim.AdamW(model.parameters(), lr=3e-3, weight_decay=0.05)
scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=25)
for step in range(25):
    loss = nn.functional.cross_entropy(model(images), labels)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    scheduler.step()
    if step % 6 == 0:
        print(step, f"{loss.item():.3f} lr {scheduler.get_last_lr()[0]:.2e}")
print((model(images).argmax(1) == labels).float().mean().item())
